package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import java.time.Duration;

/**
 * A try brought no usable response. The message continues a sentence after "…, but ": what came
 * back, and what to do.
 */
final class ResponseException extends Exception {
  private static final long serialVersionUID = 1L;

  /** The kind of failure, which decides whether another try makes sense. */
  enum Kind {
    /** The user has to fix something: another try fails as well. */
    USER_MISTAKE,
    /** A fault of the network or the service that may pass. */
    TRANSIENT,
    /** The service is called too often. */
    THROTTLED,
    /** A complete response that the API does not give: another try brings the same. */
    WRONG_RESPONSE
  }

  private final Kind kind;
  private final Duration minimumWait;
  private final transient Message message;

  private ResponseException(Kind kind, Duration minimumWait, Message message) {
    super(message.toString());
    this.kind = kind;
    this.minimumWait = minimumWait;
    this.message = message;
  }

  static ResponseException userMistake(String template, Object... values) {
    return new ResponseException(Kind.USER_MISTAKE, Duration.ZERO, Message.of(template, values));
  }

  static ResponseException transientFault(String template, Object... values) {
    return transientFaultAfter(Duration.ZERO, template, values);
  }

  /** A passing fault that lasts at least this long. */
  static ResponseException transientFaultAfter(
      Duration minimum, String template, Object... values) {
    return new ResponseException(Kind.TRANSIENT, minimum, Message.of(template, values));
  }

  /** The service is called too often, and asks to wait this long; zero if it does not say. */
  static ResponseException throttled(Duration asked, String template, Object... values) {
    return new ResponseException(Kind.THROTTLED, asked, Message.of(template, values));
  }

  static ResponseException wrongResponse(String template, Object... values) {
    return new ResponseException(Kind.WRONG_RESPONSE, Duration.ZERO, Message.of(template, values));
  }

  /** A response with 200 whose body is not usable. */
  static ResponseException badBody(String problem) {
    return wrongResponse(
        "the response had {}. Check apiUrl and the proxy; if both are right, the service has a"
            + " fault.",
        problem);
  }

  Message message() {
    return message;
  }

  Kind kind() {
    return kind;
  }

  /** How long to wait at least before the next try: the server asks for it, or the fault lasts. */
  Duration minimumWait() {
    return minimumWait;
  }

  /** Whether the token of the request may still be valid. */
  boolean isInconclusive() {
    return kind != Kind.USER_MISTAKE;
  }

  /**
   * The failure of the goal.
   *
   * @param attempt what was tried, the first half of the sentence
   */
  AuthException failureOf(Message attempt) {
    return switch (kind) {
      case USER_MISTAKE -> new UserMistakeException("{}, but {}", attempt, message);
      case TRANSIENT, THROTTLED ->
          ServiceException.transientFailure("{}, but {}", attempt, message);
      case WRONG_RESPONSE -> new ServiceException("{}, but {}", attempt, message);
    };
  }
}
