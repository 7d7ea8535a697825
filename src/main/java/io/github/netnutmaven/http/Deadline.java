package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Pace;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** The end of a goal's time. */
final class Deadline {
  /** The longest that one try may take, so that a silent server leaves time for another. */
  private static final Duration LONGEST_TRY = Duration.ofSeconds(30);

  private final Pace pace;
  private final Duration limit;
  private final long end;

  /**
   * Starts the time.
   *
   * @param limit how long from now
   */
  Deadline(Duration limit, Pace pace) {
    this.pace = pace;
    this.limit = limit;
    this.end = pace.nanoTime() + limit.toNanos();
  }

  /** The time left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - pace.nanoTime()));
  }

  /** How long the next try may take: what is left, but at most half of the whole, and 30 s. */
  Duration nextTry() {
    return Collections.min(List.of(left(), limit.dividedBy(2), LONGEST_TRY));
  }

  /** The whole limit. */
  Duration limit() {
    return limit;
  }
}
