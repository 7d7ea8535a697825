package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/** A clock that moves only during waits, and random numbers that are the same every time. */
final class TestTiming implements Timing {
  final List<Duration> waits = new ArrayList<>();
  private final DoubleSupplier random;
  private Duration passed = Duration.ZERO;

  TestTiming() {
    this(new Random(20261124)::nextDouble);
  }

  TestTiming(DoubleSupplier random) {
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

  void pass(Duration time) {
    passed = passed.plus(time);
  }
}
