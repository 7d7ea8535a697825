package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;

/** Time, waiting and chance. */
public interface Timing {
  /** A clock that never goes back, in nanoseconds. */
  long nanoTime();

  /** The time of day. */
  Instant now();

  /** A random number from 0 (included) to 1 (excluded). */
  double random();

  /**
   * Waits.
   *
   * @throws InterruptedException when the thread is interrupted, before or while it waits
   */
  void sleep(Duration time) throws InterruptedException;
}
