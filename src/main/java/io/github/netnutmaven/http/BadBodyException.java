package io.github.netnutmaven.http;

/** The body is no response of the API; the message names what it is, as in "came back with …". */
final class BadBodyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final boolean cutOff;

  BadBodyException(String problem) {
    this(problem, false);
  }

  /**
   * Names the problem.
   *
   * @param cutOff whether the body is valid JSON but for its missing end
   */
  BadBodyException(String problem, boolean cutOff) {
    super(problem);
    this.problem = problem;
    this.cutOff = cutOff;
  }

  boolean isCutOff() {
    return cutOff;
  }

  @Override
  public String getMessage() {
    return problem;
  }
}
