package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import java.time.Duration;

/**
 * A request without the answer it was sent for. The message goes on after "…, but ": what came
 * back, and what to do.
 */
final class ResponseException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What kind of failure it is, and so whether trying again makes sense. */
  enum Kind {
    /** The user has to fix something: trying again changes nothing. */
    SET_UP,
    /** The network or the service is in trouble that may pass. */
    PASSING,
    /** The service is asked too often. */
    THROTTLED,
    /** A complete answer that the API would not give: trying again changes nothing. */
    WRONG_ANSWER
  }

  private final Kind kind;
  private final String message;
  private final Duration wait;

  private ResponseException(Kind kind, String message, Duration wait) {
    super(message);
    this.kind = kind;
    this.message = message;
    this.wait = wait;
  }

  static ResponseException setUp(String message) {
    return new ResponseException(Kind.SET_UP, message, Duration.ZERO);
  }

  static ResponseException passing(String message) {
    return new ResponseException(Kind.PASSING, message, Duration.ZERO);
  }

  /** A passing fault that the system remembers: until then, it comes back whatever has changed. */
  static ResponseException remembered(String message, Duration time) {
    return new ResponseException(Kind.PASSING, message, time);
  }

  static ResponseException throttled(String message, Duration wait) {
    return new ResponseException(Kind.THROTTLED, message, wait);
  }

  static ResponseException wrongAnswer(String message) {
    return new ResponseException(Kind.WRONG_ANSWER, message, Duration.ZERO);
  }

  @Override
  public String getMessage() {
    return message;
  }

  Kind kind() {
    return kind;
  }

  /** How long the server asks to wait, or the system remembers this; zero for neither. */
  Duration askedToWait() {
    return wait;
  }

  /** Whether a token asked about may still be good for all that came back. */
  boolean decidesNothing() {
    return kind != Kind.SET_UP;
  }

  /** The failure of the goal. */
  AuthException as(String tried) {
    return switch (kind) {
      case SET_UP -> new UserMistakeException(tried + message);
      case PASSING, THROTTLED -> ServiceException.passing(tried + message);
      case WRONG_ANSWER -> new ServiceException(tried + message);
    };
  }
}
