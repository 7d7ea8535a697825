package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tries a call until an answer comes or no further try makes sense. This loop is the only one:
 * HttpClient repeats nothing by itself.
 */
final class Tries {
  private final int retries;
  private final Deadline deadline;
  private final Pace pace;
  private final Consumer<String> debug;
  private int made;

  Tries(int retries, Deadline deadline, Pace pace, Consumer<String> debug) {
    this.retries = retries;
    this.deadline = deadline;
    this.pace = pace;
    this.debug = debug;
  }

  /** One try. */
  @FunctionalInterface
  interface Try<T> {
    T run(Duration limit) throws AnswerException, InterruptedException;
  }

  /** How many tries the last call took, as a message says it; empty for one. */
  String shown() {
    return made > 1 ? " (" + made + " tries)" : "";
  }

  /**
   * Runs a call.
   *
   * @throws AnswerException the last failure
   * @throws InterruptedException when the build is stopped
   */
  <T> T run(Try<T> call) throws AnswerException, InterruptedException {
    var policy = new RetryPolicy(retries, pace::random);
    for (made = 1; ; made++) {
      try {
        return call.run(deadline.nextTry());
      } catch (AnswerException e) {
        var wait = waitAfter(e, policy);
        if (wait.isEmpty()) {
          throw e;
        }
        debug.accept(
            "Try " + made + ": " + e.getMessage() + " Next in " + wait.get().toMillis() + " ms.");
        pace.sleep(wait.get());
      }
    }
  }

  private Optional<Duration> waitAfter(AnswerException e, RetryPolicy policy)
      throws AnswerException {
    var left = deadline.left();
    return switch (e.kind()) {
      case SET_UP, WRONG_ANSWER -> Optional.empty();
      case PASSING -> policy.afterPassingFault(e.askedToWait(), left);
      case THROTTLED -> {
        if (e.askedToWait().compareTo(left) >= 0) {
          throw tooLong(e.askedToWait(), left);
        }
        yield policy.afterThrottling(e.askedToWait(), left);
      }
    };
  }

  private AnswerException tooLong(Duration asked, Duration left) {
    return AnswerException.throttled(
        "the service is asked too often: it asks to wait "
            + asked.toSeconds()
            + " s, but of "
            + deadline.limit().toSeconds()
            + " s for the whole goal only "
            + left.toSeconds()
            + " s are left. Try again later, or allow more with -Dnetnut.timeout.",
        asked);
  }
}
