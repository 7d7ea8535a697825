package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.testkit.TestTiming;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryLoopTest {
  private static final Duration TWO_MINUTES = Duration.ofSeconds(120);

  private final ResponseException passing = ResponseException.transientFault("500");
  private final ResponseException throttled = throttled(Duration.ZERO);
  private final List<Duration> limits = new ArrayList<>();
  private final List<String> debug = new ArrayList<>();
  private final List<String> info = new ArrayList<>();
  private TestTiming timing = new TestTiming(() -> Math.nextDown(1.0));
  private Duration eachTry = Duration.ZERO;

  private static ResponseException throttled(Duration asked) {
    return ResponseException.throttled(asked, "429");
  }

  private RetryLoop loop(Duration timeout, int retries) {
    var deadline = new Deadline(timeout, timing, line -> info.add(line.toString()));
    return new RetryLoop(retries, deadline, timing, message -> debug.add(message.toString()));
  }

  /** Runs a call that fails like this, and then succeeds. */
  private String run(Duration timeout, int retries, List<ResponseException> failures)
      throws Exception {
    var loop = loop(timeout, retries);
    limits.clear();
    return loop.run(
        limit -> {
          limits.add(limit);
          timing.pass(eachTry);
          if (limits.size() <= failures.size()) {
            throw failures.get(limits.size() - 1);
          }
          return "response" + loop.shown();
        });
  }

  /** The waits so far, rounded up. */
  private List<Long> waits() {
    return timing.waits.stream().map(wait -> (wait.toNanos() + 999_999) / 1_000_000).toList();
  }

  @Test
  void a_response_needs_one_try() throws Exception {
    assertThat(run(TWO_MINUTES, 3, List.of())).isEqualTo("response");
    assertThat(timing.waits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 6})
  void passing_faults_are_retried_as_often_as_allowed_after_half_a_second_doubled_up_to_five(
      int retries) throws Exception {
    assertThatThrownBy(() -> run(TWO_MINUTES, retries, Collections.nCopies(9, passing)))
        .isSameAs(passing);
    assertThat(limits).hasSize(1 + retries);
    assertThat(waits())
        .isEqualTo(List.of(500L, 1000L, 2000L, 4000L, 5000L, 5000L).subList(0, retries));
  }

  @Test
  void a_server_that_throttles_for_ever_is_called_eight_times_after_two_seconds_doubled_up_to_20() {
    assertThatThrownBy(() -> run(Duration.ofHours(1), 0, Collections.nCopies(99, throttled)))
        .isSameAs(throttled);
    assertThat(limits).hasSize(8);
    assertThat(waits()).containsExactly(2000L, 4000L, 8000L, 16000L, 20000L, 20000L, 20000L);
  }

  @Test
  void each_call_has_both_budgets_and_each_retry_is_announced_with_its_reason_and_its_wait()
      throws Exception {
    timing = new TestTiming(() -> 0.5);
    var loop = loop(TWO_MINUTES, 1);
    for (int call = 0; call < 2; call++) {
      debug.clear();
      var failures = List.of(throttled, passing, throttled).iterator();
      loop.run(
          limit -> {
            if (failures.hasNext()) {
              throw failures.next();
            }
            return "";
          });
      assertThat(loop.shown()).isEqualTo(" (4 tries)");
      assertThat(debug)
          .containsExactly(
              "Try 1: 429 Next in 1000 ms.",
              "Try 2: 500 Next in 250 ms.",
              "Try 3: 429 Next in 2000 ms.");
    }
  }

  @Test
  void each_wait_takes_a_new_random_number() throws Exception {
    var numbers = List.of(0.5, 0.25, 0.0).iterator();
    timing = new TestTiming(numbers::next);

    run(TWO_MINUTES, 3, Collections.nCopies(3, passing));

    assertThat(waits()).containsExactly(250L, 250L, 0L);
  }

  @Test
  void the_random_part_comes_on_top_of_what_the_server_asks_for() throws Exception {
    run(TWO_MINUTES, 0, List.of(throttled(Duration.ofSeconds(3))));
    assertThat(waits()).containsExactly(5000L);
  }

  @Test
  void a_random_part_that_does_not_fit_is_cut_to_half_of_the_time_left() throws Exception {
    run(Duration.ofSeconds(4), 0, List.of(throttled(Duration.ofSeconds(3))));
    assertThat(waits()).containsExactly(3500L);
  }

  @ParameterizedTest
  @ValueSource(longs = {3600, 120})
  void a_wait_that_does_not_fit_fails_at_once_and_is_named(long seconds) {
    assertThatThrownBy(() -> run(TWO_MINUTES, 3, List.of(throttled(Duration.ofSeconds(seconds)))))
        .hasMessageContaining("asks to wait " + seconds + " s")
        .hasMessageContaining("of 120 s for the whole goal only 120 s are left");
    assertThat(limits).hasSize(1);
    assertThat(timing.waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"251, 1", "250, 0", "249, 0"})
  void a_wait_has_to_be_shorter_than_the_time_left(long left, int waits) {
    timing = new TestTiming(() -> 0.5);

    var failure = catchThrowable(() -> run(Duration.ofMillis(left), 2, List.of(passing)));
    assertThat(failure).isSameAs(waits == 0 ? passing : null);
    assertThat(timing.waits).hasSize(waits);
  }

  @Test
  void without_time_left_there_is_no_further_try_even_without_a_wait() {
    timing = new TestTiming(() -> 0);
    eachTry = Duration.ofSeconds(10);

    assertThatThrownBy(() -> run(eachTry, 3, List.of(passing))).isSameAs(passing);
    assertThat(limits).hasSize(1);
  }

  @Test
  void only_the_last_wait_is_longer_than_the_fault_lasts() throws Exception {
    var lasting = ResponseException.transientFaultAfter(Duration.ofSeconds(10), "unknown");

    run(TWO_MINUTES, 3, Collections.nCopies(3, lasting));
    assertThat(waits()).containsExactly(500L, 1000L, 12_000L);

    timing = new TestTiming(() -> 0.5);
    run(Duration.ofMillis(10_250), 1, List.of(lasting));
    assertThat(waits()).containsExactly(250L);
  }

  @ParameterizedTest
  @CsvSource({"3, true", "0, false"})
  void the_last_retry_comes_after_java_has_forgotten_a_failed_look_up(int retries, boolean found) {
    var names = new NameService(Duration.ofSeconds(8));
    var loop = loop(TWO_MINUTES, retries);

    var result = assertThatCode(() -> loop.run(limit -> names.find()));
    if (found) {
      result.doesNotThrowAnyException();
    } else {
      result.hasMessageContaining("not known");
    }
    assertThat(timing.waits).hasSize(retries);
  }

  /** A name service that comes back, behind Java's memory of ten seconds. */
  private final class NameService {
    private final Instant back;
    private Instant forgotten = Instant.MIN;

    NameService(Duration down) {
      back = timing.now().plus(down);
    }

    String find() throws ResponseException {
      if (!timing.now().isBefore(forgotten)) {
        if (!timing.now().isBefore(back)) {
          return "found";
        }
        forgotten = timing.now().plusSeconds(10);
      }
      throw new NetworkFault(ApiUrl.DEFAULT, null).failure(new UnknownHostException());
    }
  }

  @Test
  void a_users_mistake_and_a_wrong_response_are_never_retried() {
    for (var failure :
        List.of(ResponseException.userMistake("404"), ResponseException.wrongResponse("none"))) {
      assertThatThrownBy(() -> run(TWO_MINUTES, 3, List.of(failure))).isSameAs(failure);
      assertThat(limits).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"120, 30", "10, 5"})
  void a_try_may_take_half_of_the_time_but_not_more_than_thirty_seconds_or_the_time_left(
      int timeout, int first) {
    eachTry = Duration.ofSeconds(first);

    assertThatThrownBy(() -> run(Duration.ofSeconds(timeout), 9, Collections.nCopies(9, passing)))
        .isSameAs(passing);
    assertThat(limits).startsWith(eachTry);
    assertThat(limits.get(limits.size() - 1)).isLessThan(eachTry);
  }

  @Test
  void an_interruption_ends_the_wait_for_the_next_try() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> run(TWO_MINUTES, 3, List.of(passing)))
        .isInstanceOf(InterruptedException.class);
    assertThat(limits).hasSize(1);
  }

  @Test
  void a_long_wait_is_announced_with_its_reason() throws Exception {
    run(
        TWO_MINUTES,
        3,
        List.of(ResponseException.throttled(Duration.ofSeconds(20), "busy ({}).", 503)));
    assertThat(info).containsExactly("Waiting up to 22 s for the next try: busy (503).");
  }
}
