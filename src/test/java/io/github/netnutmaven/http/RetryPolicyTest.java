package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private static final double ALMOST_ONE = Math.nextDown(1.0);
  private static final Duration PLENTY = Duration.ofHours(1);

  @Test
  void waits_after_passing_faults_at_most_half_a_second_doubled_up_to_five() {
    var policy = new RetryPolicy(6, () -> ALMOST_ONE);

    assertThat(passing(policy)).containsExactly(500L, 1000L, 2000L, 4000L, 5000L, 5000L);
  }

  @Test
  void waits_after_throttling_at_most_two_seconds_doubled_up_to_twenty_seven_times() {
    var policy = new RetryPolicy(0, () -> ALMOST_ONE);

    assertThat(throttled(policy, Duration.ZERO))
        .containsExactly(2000L, 4000L, 8000L, 16000L, 20000L, 20000L, 20000L);
  }

  @Test
  void a_wait_can_be_nothing_but_is_never_less_than_the_server_asks_for() {
    var policy = new RetryPolicy(1, () -> 0);

    assertThat(passing(policy)).containsExactly(0L);
    assertThat(throttled(policy, Duration.ofSeconds(3))).containsOnly(3000L).hasSize(7);
  }

  @Test
  void each_wait_is_drawn_again() {
    var draws = List.of(0.5, 0.25).iterator();
    var policy = new RetryPolicy(2, draws::next);

    assertThat(passing(policy)).containsExactly(250L, 250L);
  }

  @Test
  void no_retries_are_none() {
    var policy = new RetryPolicy(0, () -> ALMOST_ONE);

    assertThat(policy.afterPassingFault(Duration.ZERO, PLENTY)).isEmpty();
    assertThat(policy.afterPassingFault(Duration.ofSeconds(10), PLENTY)).isEmpty();
  }

  @Test
  void the_budgets_are_counted_apart() {
    var policy = new RetryPolicy(1, () -> ALMOST_ONE);

    assertThat(policy.afterThrottling(Duration.ZERO, PLENTY)).hasValue(just(2));
    assertThat(policy.afterPassingFault(Duration.ZERO, PLENTY).map(Duration::toMillis))
        .hasValue(499L);
    assertThat(policy.afterThrottling(Duration.ZERO, PLENTY)).hasValue(just(4));
    assertThat(policy.afterPassingFault(Duration.ZERO, PLENTY)).isEmpty();
  }

  @Test
  void where_the_random_part_does_not_fit_it_gives_way_and_leaves_time_for_the_try() {
    var policy = new RetryPolicy(0, () -> ALMOST_ONE);

    assertThat(policy.afterThrottling(Duration.ofSeconds(3), Duration.ofSeconds(4)))
        .hasValue(Duration.ofMillis(3500));
  }

  @Test
  void the_last_wait_alone_is_longer_than_a_fault_is_remembered() {
    var policy = new RetryPolicy(3, () -> ALMOST_ONE);

    assertThat(all(() -> policy.afterPassingFault(Duration.ofSeconds(10), PLENTY)))
        .containsExactly(500L, 1000L, 12_000L);
  }

  @Test
  void a_fault_that_is_remembered_too_long_is_waited_for_as_usual() {
    for (var left : List.of(Duration.ofMillis(10_400), Duration.ofMillis(600))) {
      var policy = new RetryPolicy(1, () -> ALMOST_ONE);

      assertThat(all(() -> policy.afterPassingFault(Duration.ofSeconds(10), left)))
          .containsExactly(500L);
    }
  }

  @Test
  void a_wait_that_does_not_fit_ends_it() {
    assertThat(
            new RetryPolicy(3, () -> ALMOST_ONE)
                .afterPassingFault(Duration.ZERO, Duration.ofMillis(499)))
        .isEmpty();
  }

  @Test
  void a_wait_that_takes_all_that_is_left_does_not_fit() {
    var tenSeconds = Duration.ofSeconds(10);

    assertThat(
            new RetryPolicy(2, () -> 0.5).afterPassingFault(Duration.ZERO, Duration.ofMillis(250)))
        .isEmpty();
    assertThat(new RetryPolicy(1, () -> 0).afterPassingFault(tenSeconds, tenSeconds))
        .hasValue(Duration.ZERO);
  }

  private static Duration just(int seconds) {
    return Duration.ofNanos((long) (Math.nextDown(1.0) * Duration.ofSeconds(seconds).toNanos()));
  }

  /** The waits in milliseconds, rounded up, until none is due. */
  private static List<Long> passing(RetryPolicy policy) {
    return all(() -> policy.afterPassingFault(Duration.ZERO, PLENTY));
  }

  private static List<Long> throttled(RetryPolicy policy, Duration asked) {
    return all(() -> policy.afterThrottling(asked, PLENTY));
  }

  private static List<Long> all(Supplier<Optional<Duration>> next) {
    var waits = new ArrayList<Long>();
    for (var wait = next.get(); wait.isPresent(); wait = next.get()) {
      waits.add((wait.get().toNanos() + 999_999) / 1_000_000);
    }
    return waits;
  }
}
