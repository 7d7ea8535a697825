package io.github.netnutmaven.auth;

/**
 * There is no token, or it could not be confirmed. The message says what was tried, what came back
 * and what to do. It never holds a secret, and there is no cause, because a cause may hold one.
 */
public abstract sealed class AuthException extends Exception
    permits UserMistakeException, ServiceException {
  private static final long serialVersionUID = 1L;

  private final transient Message message;

  AuthException(Message message) {
    super(message.toString());
    this.message = message;
  }

  /** The message. */
  public final Message message() {
    return message;
  }
}
