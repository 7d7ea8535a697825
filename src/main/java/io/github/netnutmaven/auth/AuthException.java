package io.github.netnutmaven.auth;

/**
 * A token could not be had or confirmed; the message says what was tried, what came back and what
 * to do, and never holds a secret. It has no cause on purpose: what lies beneath may hold one.
 */
public abstract sealed class AuthException extends Exception
    permits UserMistakeException, ServiceException {
  private static final long serialVersionUID = 1L;

  private final String message;

  AuthException(String message) {
    super(message);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
