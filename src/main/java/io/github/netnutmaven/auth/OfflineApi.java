package io.github.netnutmaven.auth;

/** The API while Maven is offline: it sends nothing, so every answer is unknown. */
public final class OfflineApi implements AuthApi {
  private static final String OFFLINE = "Maven is offline (-o)";

  private final ApiTarget target;

  /**
   * @param target the API that would be asked
   */
  public OfflineApi(ApiTarget target) {
    this.target = target;
  }

  /** As online: the build would send the token to the address itself. */
  @Override
  public void requireSafe() throws UserMistakeException {
    target.requireSafe();
  }

  @Override
  public void requireOnline() throws UserMistakeException {
    throw noLogin();
  }

  @Override
  public String login(Credentials credentials) throws UserMistakeException {
    throw noLogin();
  }

  private UserMistakeException noLogin() {
    return new UserMistakeException(
        "Did not log in to {}: {} and there is no token at hand. Run without -o, or use the"
            + " sandbox.",
        target.address(),
        OFFLINE);
  }

  @Override
  public Verdict check(String token) {
    return Verdict.unknown(OFFLINE + ".");
  }

  @Override
  public void close() {}
}
