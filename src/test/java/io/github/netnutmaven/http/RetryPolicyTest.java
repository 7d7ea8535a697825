package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.TestTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final double ALMOST_ONE = Math.nextDown(1.0);
  private static final Duration PLENTY = Duration.ofHours(1);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  private static RetryPolicy policy(int retries, double random) {
    return new RetryPolicy(retries, new TestTiming(() -> random));
  }

  @Test
  void waits_after_passing_faults_at_most_half_a_second_doubled_up_to_five() {
    assertThat(transientFault(policy(6, ALMOST_ONE), Duration.ZERO, PLENTY))
        .containsExactly(500L, 1000L, 2000L, 4000L, 5000L, 5000L);
  }

  @Test
  void waits_after_throttling_at_most_two_seconds_doubled_up_to_twenty_seven_times() {
    assertThat(throttled(policy(0, ALMOST_ONE), Duration.ZERO))
        .containsExactly(2000L, 4000L, 8000L, 16000L, 20000L, 20000L, 20000L);
  }

  @Test
  void a_wait_may_be_zero_but_is_never_less_than_the_server_asks_for() {
    var policy = policy(1, 0);

    assertThat(transientFault(policy, Duration.ZERO, PLENTY)).containsExactly(0L);
    assertThat(throttled(policy, Duration.ofSeconds(3))).containsOnly(3000L).hasSize(7);
  }

  @Test
  void each_wait_takes_a_new_random_number() {
    var numbers = List.of(0.5, 0.25).iterator();
    var policy = new RetryPolicy(2, new TestTiming(numbers::next));

    assertThat(transientFault(policy, Duration.ZERO, PLENTY)).containsExactly(250L, 250L);
  }

  @Test
  void without_retries_it_gives_up_after_the_first_passing_fault() {
    assertThat(transientFault(policy(0, ALMOST_ONE), Duration.ZERO, PLENTY)).isEmpty();
    assertThat(transientFault(policy(0, ALMOST_ONE), TEN_SECONDS, PLENTY)).isEmpty();
  }

  @Test
  void passing_faults_and_throttling_have_separate_budgets() {
    var policy = policy(1, 0.5);

    assertThat(policy.afterThrottling(Duration.ZERO, PLENTY)).hasMillis(1000);
    assertThat(policy.afterTransientFault(Duration.ZERO, PLENTY)).hasMillis(250);
    assertThat(policy.afterThrottling(Duration.ZERO, PLENTY)).hasMillis(2000);
    assertThat(policy.afterTransientFault(Duration.ZERO, PLENTY)).isNull();
  }

  @Test
  void a_random_part_that_does_not_fit_is_cut_to_half_of_the_time_left() {
    assertThat(policy(0, ALMOST_ONE).afterThrottling(Duration.ofSeconds(3), Duration.ofSeconds(4)))
        .hasMillis(3500);
  }

  @Test
  void only_the_last_wait_is_longer_than_the_fault_lasts() {
    assertThat(transientFault(policy(3, ALMOST_ONE), TEN_SECONDS, PLENTY))
        .containsExactly(500L, 1000L, 12_000L);
  }

  @ParameterizedTest
  @ValueSource(longs = {10_400, 600})
  void a_fault_that_lasts_longer_than_the_time_left_does_not_lengthen_the_wait(long left) {
    assertThat(transientFault(policy(1, ALMOST_ONE), TEN_SECONDS, Duration.ofMillis(left)))
        .containsExactly(500L);
  }

  @Test
  void a_wait_that_is_as_long_as_the_time_left_does_not_fit() {
    assertThat(transientFault(policy(2, 0.5), Duration.ZERO, Duration.ofMillis(250))).isEmpty();
    assertThat(transientFault(policy(2, 0.5), Duration.ZERO, Duration.ofMillis(249))).isEmpty();
    assertThat(transientFault(policy(1, 0), TEN_SECONDS, TEN_SECONDS)).containsExactly(0L);
  }

  private static List<Long> transientFault(RetryPolicy policy, Duration minimum, Duration left) {
    return all(() -> policy.afterTransientFault(minimum, left));
  }

  private static List<Long> throttled(RetryPolicy policy, Duration asked) {
    return all(() -> policy.afterThrottling(asked, PLENTY));
  }

  /** The waits in milliseconds, rounded up, until it gives up. */
  private static List<Long> all(Supplier<Duration> next) {
    var waits = new ArrayList<Long>();
    for (var wait = next.get(); wait != null; wait = next.get()) {
      waits.add((wait.toNanos() + 999_999) / 1_000_000);
    }
    return waits;
  }
}
