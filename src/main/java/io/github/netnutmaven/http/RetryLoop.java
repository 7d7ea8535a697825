package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a call until it succeeds or another try makes no sense; nothing else repeats a call.
 * Passing faults and throttling have separate budgets. Each wait has a random part, so that builds
 * that start together do not come back together.
 *
 * <p>The numbers come from a simulation of 100 jobs that start together against 10 logins a second
 * (a bucket of 10): three retries after 1, 2 and 4 s lose 60 of them, these lose none.
 */
final class RetryLoop {
  /** The most tries against a server that throttles. */
  private static final int THROTTLED_TRIES = 8;

  private static final Duration TRANSIENT_FIRST = Duration.ofMillis(500);
  private static final Duration TRANSIENT_MOST = Duration.ofSeconds(5);
  private static final Duration THROTTLED_FIRST = Duration.ofSeconds(2);
  private static final Duration THROTTLED_MOST = Duration.ofSeconds(20);

  private final int retries;
  private final Deadline deadline;
  private final Timing timing;
  private final Consumer<Message> debug;
  private int tries;
  private int transients;
  private int throttled;

  /**
   * @param retries the most retries after passing faults
   * @param deadline the time that every try and wait must fit into
   * @param timing the random numbers
   * @param debug receives a line for each retry
   */
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
   * Runs a call, with full budgets.
   *
   * @throws ResponseException the last failure
   * @throws InterruptedException when the build is interrupted
   */
  <T> T run(Call<T> call) throws ResponseException, InterruptedException {
    transients = 0;
    throttled = 0;
    for (tries = 1; ; tries++) {
      try {
        return call.run(deadline.nextTry());
      } catch (ResponseException e) {
        var wait = waitAfter(e);
        if (wait == null) {
          throw e;
        }
        debug.accept(Message.of("Try {}: {} Next in {} ms.", tries, e.message(), wait.toMillis()));
        deadline.sleep(wait, Message.of("the next try: {}", e.message()));
      }
    }
  }

  /** The wait before the next try; null to give up. */
  @Nullable Duration waitAfter(ResponseException e) throws ResponseException {
    return switch (e.kind()) {
      case USER_MISTAKE, WRONG_RESPONSE -> null;
      case TRANSIENT -> transients == retries ? null : afterTransientFault(e.minimumWait());
      case THROTTLED -> throttled == THROTTLED_TRIES - 1 ? null : afterThrottling(e.minimumWait());
    };
  }

  /**
   * @param minimum how long the fault lasts at least: the last try comes after it, if it fits
   */
  private @Nullable Duration afterTransientFault(Duration minimum) {
    var left = deadline.left();
    var jitter = jitter(TRANSIENT_FIRST, TRANSIENT_MOST, transients++);
    var late = minimum.plus(jitter);
    var wait = transients == retries && late.compareTo(left) < 0 ? late : jitter;
    return wait.compareTo(left) < 0 ? wait : null;
  }

  /**
   * @param asked how long the server asks to wait, which is never shortened
   */
  private Duration afterThrottling(Duration asked) throws ResponseException {
    var left = deadline.left();
    if (asked.compareTo(left) >= 0) {
      throw ResponseException.throttled(
          asked,
          "the service is called too often: it asks to wait {} s, but of {} s for the whole goal"
              + " only {} s are left. Try again later, or allow more with -Dnetnut.timeout.",
          asked.toSeconds(),
          deadline.limit().toSeconds(),
          left.toSeconds());
    }
    var jitter = jitter(THROTTLED_FIRST, THROTTLED_MOST, throttled++);
    // The random part takes at most half of what is left after that, which leaves time for the try.
    var room = left.minus(asked).dividedBy(2);
    return asked.plus(Collections.min(List.of(jitter, room)));
  }

  private Duration jitter(Duration first, Duration most, int n) {
    var cap = first.multipliedBy(1L << Math.min(n, 16));
    var limit = Collections.min(List.of(cap, most));
    return Duration.ofNanos((long) (timing.random() * limit.toNanos()));
  }
}
