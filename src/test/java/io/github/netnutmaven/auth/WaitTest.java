package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.TestTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No wait is silent for more than 5 seconds. */
class WaitTest {
  private static final Message CAUSE = Message.of("a test.");

  private final TestTiming timing = new TestTiming();
  private final List<String> lines = new ArrayList<>();

  /** Each line begins with the second in which it came. */
  private final Deadline deadline =
      new Deadline(
          Duration.ofMinutes(2),
          timing,
          line -> lines.add(timing.nanoTime() / 1_000_000_000 + ": " + line));

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  @Test
  void a_short_wait_is_silent() throws Exception {
    deadline.sleep(seconds(4.9), CAUSE);
    assertThat(lines).isEmpty();
  }

  @Test
  void a_long_wait_is_announced_before_it_begins_and_again_every_30_seconds() throws Exception {
    deadline.sleep(seconds(70), CAUSE);
    assertThat(lines)
        .containsExactly(
            "0: Waiting up to 70 s for a test.",
            "30: Waiting up to 40 s for a test.",
            "60: Waiting up to 10 s for a test.");
    assertThat(timing.nanoTime()).isEqualTo(seconds(70).toNanos());
  }

  @Test
  void short_waits_in_a_row_are_not_silent_for_longer_than_one() throws Exception {
    for (int i = 0; i < 4; i++) {
      deadline.sleep(seconds(3), CAUSE);
    }
    assertThat(lines)
        .containsExactly(
            "3: Waiting up to 3 s for a test.",
            "6: Waiting up to 3 s for a test.",
            "9: Waiting up to 3 s for a test.");
  }

  @Test
  void a_wait_of_unknown_length_is_announced_after_5_seconds() throws Exception {
    boolean happened =
        deadline
            .await(seconds(40), CAUSE)
            .until(
                part -> {
                  timing.pass(part);
                  return false;
                });

    assertThat(happened).isFalse();
    assertThat(lines)
        .containsExactly("5: Waiting up to 35 s for a test.", "35: Waiting up to 5 s for a test.");
    assertThat(deadline.await(seconds(40), CAUSE).until(part -> true)).isTrue();
  }

  @Test
  void a_loop_of_short_waits_says_so_when_a_line_is_due() {
    var wait = deadline.await(seconds(20), CAUSE);
    for (int i = 0; i < 40; i++) {
      timing.pass(seconds(0.5));
      wait.sayIfDue();
    }
    assertThat(lines).containsExactly("5: Waiting up to 15 s for a test.");
  }
}
