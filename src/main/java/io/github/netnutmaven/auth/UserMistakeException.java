package io.github.netnutmaven.auth;

/** A failure that the user can fix: settings, credentials, parameters. */
public final class UserMistakeException extends AuthException {
  private static final long serialVersionUID = 1L;

  /**
   * @param template what was tried, what came back, what to do; without secrets
   * @param values the text for each {@code {}}
   */
  public UserMistakeException(String template, Object... values) {
    this(Message.of(template, values));
  }

  /** With a message that is there already. */
  public UserMistakeException(Message message) {
    super(message);
  }
}
