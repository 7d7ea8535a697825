package io.github.netnutmaven.auth;

import java.time.Duration;

/** The API while Maven is offline: nothing is sent, and nothing can be found out. */
public final class OfflineApi implements AuthApi {
  private static final String OFFLINE = "Maven is offline (-o)";

  private final ApiUrl url;

  /**
   * Sends nothing.
   *
   * @param url the address that is not asked
   */
  public OfflineApi(ApiUrl url) {
    this.url = url;
  }

  @Override
  public String login(Credentials credentials) throws UserMistakeException {
    throw mistake(url);
  }

  @Override
  public Verdict check(String token) {
    return Verdict.unknown(OFFLINE + ".");
  }

  @Override
  public Duration timeLeft() {
    return Duration.ZERO;
  }

  @Override
  public void close() {}

  static UserMistakeException mistake(ApiUrl url) {
    return new UserMistakeException(
        "Did not log in to "
            + url
            + ": "
            + OFFLINE
            + " and there is no token at hand. Run without -o, or use the sandbox.");
  }
}
