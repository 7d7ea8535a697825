package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;

/**
 * A request without the answer it was sent for. The message goes on after "…, but ": what came
 * back, and what to do.
 */
final class AnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is. */
  private enum Kind {
    SET_UP,
    PASSING,
    WRONG_ANSWER
  }

  private final Kind kind;
  private final String message;

  private AnswerException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  /** The user has to mend something: trying again changes nothing. */
  static AnswerException setUp(String message) {
    return new AnswerException(Kind.SET_UP, message);
  }

  /** The network or the service is in trouble that may pass. */
  static AnswerException passing(String message) {
    return new AnswerException(Kind.PASSING, message);
  }

  /** A complete answer that the API would not give. */
  static AnswerException wrongAnswer(String message) {
    return new AnswerException(Kind.WRONG_ANSWER, message);
  }

  /** Whether a token asked about may still be good for all that came back. */
  boolean decidesNothing() {
    return kind != Kind.SET_UP;
  }

  /** The failure of the goal. */
  AuthException as(String tried) {
    return switch (kind) {
      case SET_UP -> new UserMistakeException(tried + getMessage());
      case PASSING, WRONG_ANSWER -> new ServiceException(tried + getMessage());
    };
  }
}
