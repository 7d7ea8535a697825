package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Real time and chance; the time in which a person types does not count. */
public final class SystemTiming implements Timing {
  private long untimed;

  @Override
  public long nanoTime() {
    return System.nanoTime() - untimed;
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public double random() {
    return ThreadLocalRandom.current().nextDouble();
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }

  /** Runs work whose time does not count. */
  public <T> T untimed(Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      untimed += System.nanoTime() - start;
    }
  }
}
