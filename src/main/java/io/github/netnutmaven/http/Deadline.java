package io.github.netnutmaven.http;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of a goal's time. */
final class Deadline {
  private final LongSupplier nanoClock;
  private final long end;

  /**
   * @param limit how long from now
   * @param nanoClock a clock that only ever runs forward, in nanoseconds
   */
  Deadline(Duration limit, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.end = nanoClock.getAsLong() + limit.toNanos();
  }

  /** The time left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - nanoClock.getAsLong()));
  }
}
