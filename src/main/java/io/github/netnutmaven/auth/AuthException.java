package io.github.netnutmaven.auth;

/**
 * There is no token, or it could not be confirmed. The message says what was tried, what came back
 * and what to do. It never holds a secret, and there is no cause, because a cause may hold one.
 */
public abstract sealed class AuthException extends Exception
    permits UserMistakeException, ServiceException {
  private static final long serialVersionUID = 1L;

  private final String message;

  AuthException(String template, Object... values) {
    super(template);
    this.message = fill(template, values);
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** Puts each value in place of the next {@code {}}; a value's own braces stay as they are. */
  public static String fill(String template, Object... values) {
    var filled = new StringBuilder();
    int rest = 0;
    for (var value : values) {
      int mark = template.indexOf("{}", rest);
      if (mark < 0) {
        throw new IllegalArgumentException("More values than marks: " + template);
      }
      filled.append(template, rest, mark).append(value);
      rest = mark + 2;
    }
    return filled.append(template, rest, template.length()).toString();
  }
}
