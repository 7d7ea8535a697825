package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Time passes, but not while a person types. */
class SystemTimingTest {
  private static final Duration WAIT = Duration.ofMillis(20);

  private final SystemTiming timing = new SystemTiming();

  @Test
  void time_passes_while_it_sleeps() throws Exception {
    long start = timing.nanoTime();
    timing.sleep(WAIT);

    assertThat(timing.nanoTime() - start).isGreaterThanOrEqualTo(WAIT.toNanos());
  }

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

  @Test
  void chance_differs_and_is_below_one() {
    var chance = DoubleStream.generate(timing::random).limit(100).boxed().toList();

    assertThat(chance).allMatch(one -> one >= 0 && one < 1).doesNotHaveDuplicates();
  }
}
