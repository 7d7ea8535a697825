package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * RetryLoop a call until an answer comes or no further try makes sense. This loop is the only one:
 * HttpClient repeats nothing by itself.
 */
final class RetryLoop {
  private final int retries;
  private final Deadline deadline;
  private final Timing timing;
  private final Consumer<String> debug;
  private int made;

  RetryLoop(int retries, Deadline deadline, Timing timing, Consumer<String> debug) {
    this.retries = retries;
    this.deadline = deadline;
    this.timing = timing;
    this.debug = debug;
  }

  /** One try. */
  @FunctionalInterface
  interface Try<T> {
    T run(Duration limit) throws ResponseException, InterruptedException;
  }

  /** How many tries the last call took, as a message says it; empty for one. */
  String shown() {
    return made > 1 ? " (" + made + " tries)" : "";
  }

  /**
   * Runs a call.
   *
   * @throws ResponseException the last failure
   * @throws InterruptedException when the build is stopped
   */
  <T> T run(Try<T> call) throws ResponseException, InterruptedException {
    var policy = new RetryPolicy(retries, timing::random);
    for (made = 1; ; made++) {
      try {
        return call.run(deadline.nextTry());
      } catch (ResponseException e) {
        var wait = waitAfter(e, policy);
        if (wait.isEmpty()) {
          throw e;
        }
        debug.accept(
            "Try " + made + ": " + e.getMessage() + " Next in " + wait.get().toMillis() + " ms.");
        timing.sleep(wait.get());
      }
    }
  }

  private Optional<Duration> waitAfter(ResponseException e, RetryPolicy policy)
      throws ResponseException {
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

  private ResponseException tooLong(Duration asked, Duration left) {
    return ResponseException.throttled(
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
