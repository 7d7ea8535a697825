package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;

/** Time and chance, as waits need them. */
public interface Timing {
  /** A clock that only ever runs forward, in nanoseconds. */
  long nanoTime();

  /** The time of day. */
  Instant now();

  /** A number from 0 (included) to 1 (excluded), every time another one. */
  double random();

  /**
   * Waits.
   *
   * @throws InterruptedException when the thread is interrupted, before or while it waits
   */
  void sleep(Duration time) throws InterruptedException;
}
