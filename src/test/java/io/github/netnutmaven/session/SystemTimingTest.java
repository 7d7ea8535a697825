package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SystemTimingTest {
  private static final Duration WAIT = Duration.ofMillis(20);

  private final SystemTiming timing = new SystemTiming();

  @Test
  void time_that_does_not_count_is_taken_off() {
    long before = System.nanoTime() - timing.nanoTime();
    var typed =
        timing.untimed(
            () -> {
              long end = System.nanoTime() + WAIT.toNanos();
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              return "typed";
            });

    assertThat(typed).isEqualTo("typed");
    // Read first, so that a pause before the other clock cannot hide the difference.
    long counted = timing.nanoTime();
    long after = System.nanoTime() - counted;
    assertThat(after - before).isGreaterThanOrEqualTo(WAIT.toNanos());
  }
}
