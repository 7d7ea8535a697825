package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Repeats a call until it succeeds or another try makes no sense; nothing else repeats a call. */
final class RetryLoop {
  private final int retries;
  private final Deadline deadline;
  private final Timing timing;
  private final Consumer<Message> debug;
  private int tries;

  RetryLoop(int retries, Deadline deadline, Timing timing, Consumer<Message> debug) {
    this.retries = retries;
    this.deadline = deadline;
    this.timing = timing;
    this.debug = debug;
  }

  /** What is tried. */
  @FunctionalInterface
  interface Call<T> {
    /**
     * Tries once.
     *
     * @param limit how long this try may take
     */
    T run(Duration limit) throws ResponseException, InterruptedException;
  }

  /** How many tries the last call took, as a message shows it; empty for one. */
  String shown() {
    return tries > 1 ? " (" + tries + " tries)" : "";
  }

  /**
   * Runs a call.
   *
   * @throws ResponseException the last failure
   * @throws InterruptedException when the build is interrupted
   */
  <T> T run(Call<T> call) throws ResponseException, InterruptedException {
    var policy = new RetryPolicy(retries, timing);
    for (tries = 1; ; tries++) {
      try {
        return call.run(deadline.nextTry());
      } catch (ResponseException e) {
        var wait = waitAfter(e, policy);
        if (wait == null) {
          throw e;
        }
        debug.accept(Message.of("Try {}: {} Next in {} ms.", tries, e.message(), wait.toMillis()));
        deadline.sleep(wait, Message.of("the next try: {}", e.message()));
      }
    }
  }

  /** The wait before the next try; null to give up. */
  @Nullable Duration waitAfter(ResponseException e, RetryPolicy policy) throws ResponseException {
    var left = deadline.left();
    var asked = e.minimumWait();
    return switch (e.kind()) {
      case USER_MISTAKE, WRONG_RESPONSE -> null;
      case TRANSIENT -> policy.afterTransientFault(asked, left);
      case THROTTLED -> {
        if (asked.compareTo(left) >= 0) {
          throw ResponseException.throttled(
              asked,
              "the service is called too often: it asks to wait {} s, but of {} s for the whole"
                  + " goal only {} s are left. Try again later, or allow more with"
                  + " -Dnetnut.timeout.",
              asked.toSeconds(),
              deadline.limit().toSeconds(),
              left.toSeconds());
        }
        yield policy.afterThrottling(asked, left);
      }
    };
  }
}
