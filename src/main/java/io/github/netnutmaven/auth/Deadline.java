package io.github.netnutmaven.auth;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** The end of a goal's time. */
public final class Deadline {
  /** The longest that one try may take, so that a silent server leaves time for another. */
  private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

  private final Timing timing;
  private final Duration limit;
  private final long end;

  /**
   * Starts the time.
   *
   * @param limit how long from now
   */
  public Deadline(Duration limit, Timing timing) {
    this.timing = timing;
    this.limit = limit;
    this.end = timing.nanoTime() + limit.toNanos();
  }

  /** The time left, never negative. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - timing.nanoTime()));
  }

  /** How long the next try may take: what is left, but at most half of the whole, and 30 s. */
  public Duration nextTry() {
    return Collections.min(List.of(left(), limit.dividedBy(2), LONGEST_TRY));
  }

  /** The whole limit. */
  public Duration limit() {
    return limit;
  }
}
