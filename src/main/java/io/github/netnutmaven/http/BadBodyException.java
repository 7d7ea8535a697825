package io.github.netnutmaven.http;

/** A body that cannot be an answer of the API; the message names it, as in "came back with …". */
final class BadBodyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String message;
  private final boolean cutOff;

  BadBodyException(String what) {
    this(what, false);
  }

  /**
   * Names what is wrong.
   *
   * @param cutOff whether it is good as far as it goes, but has no end
   */
  BadBodyException(String what, boolean cutOff) {
    super(what);
    this.message = what;
    this.cutOff = cutOff;
  }

  boolean isCutOff() {
    return cutOff;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
