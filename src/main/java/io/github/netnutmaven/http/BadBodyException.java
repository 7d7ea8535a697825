package io.github.netnutmaven.http;

/** A body that cannot be an answer of the API; the message names it, as in "came back with …". */
final class BadBodyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;

  BadBodyException(String what) {
    super(what);
    this.message = what;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
