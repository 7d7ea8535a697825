package io.github.netnutmaven.auth;

/** A failure that the user can mend: settings, credentials, parameters. */
public final class UserMistakeException extends AuthException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was tried, what came back, what to do; without secrets
   */
  public UserMistakeException(String message) {
    super(message);
  }
}
