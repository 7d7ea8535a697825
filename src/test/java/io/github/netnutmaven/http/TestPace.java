package io.github.netnutmaven.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Time that passes only when somebody waits, and chance that comes out the same every time. */
final class TestPace implements Pace {
  final List<Duration> waits = new ArrayList<>();
  private final Random random = new Random(20261124);
  private Duration passed = Duration.ZERO;

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
    return random.nextDouble();
  }

  @Override
  public void sleep(Duration time) {
    waits.add(time);
    pass(time);
  }

  void pass(Duration time) {
    passed = passed.plus(time);
  }
}
