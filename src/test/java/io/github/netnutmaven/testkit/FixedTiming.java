package io.github.netnutmaven.testkit;

import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.time.Instant;

/** Measures real time, but has a fixed date and no random numbers, and does not wait. */
public class FixedTiming implements Timing {
  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-11-24T12:00:00Z");
  }

  @Override
  public double random() {
    return 0;
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {}
}
