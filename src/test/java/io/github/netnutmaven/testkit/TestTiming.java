package io.github.netnutmaven.testkit;

import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** A clock that moves only during waits, and random numbers that are the same every time. */
public final class TestTiming implements Timing {
  /** All waits so far. */
  public final List<Duration> waits = new ArrayList<>();

  private final DoubleSupplier random;
  private Duration passed = Duration.ZERO;

  /** Has random numbers from a fixed seed. */
  public TestTiming() {
    this(new Random(20261124)::nextDouble);
  }

  /** Has these random numbers. */
  public TestTiming(DoubleSupplier random) {
    this.random = random;
  }

  @Override
  public long nanoTime() {
    return passed.toNanos();
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-11-24T12:00:00Z").plus(passed);
  }

  @Override
  public double random() {
    return random.getAsDouble();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    waits.add(time);
    pass(time);
  }

  /** Moves the clock. */
  public void pass(Duration time) {
    passed = passed.plus(time);
  }
}
