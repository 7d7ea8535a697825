package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class RetryLoopTest {
  private static final Duration TWO_MINUTES = Duration.ofSeconds(120);

  private final ResponseException passing = ResponseException.transientFault("500");
  private final ResponseException throttled = ResponseException.throttled(Duration.ZERO, "429");
  private final List<Duration> limits = new ArrayList<>();
  private final List<String> debug = new ArrayList<>();
  private final List<String> info = new ArrayList<>();
  private TestTiming timing = new TestTiming();

  private RetryLoop loop(Duration timeout, int retries) {
    var deadline = new Deadline(timeout, timing, line -> info.add(line.toString()));
    return new RetryLoop(retries, deadline, timing, message -> debug.add(message.toString()));
  }

  /** Runs a call that fails like this, and then succeeds. */
  private String run(Duration timeout, int retries, List<ResponseException> failures)
      throws Exception {
    var loop = loop(timeout, retries);
    return loop.run(
        limit -> {
          limits.add(limit);
          if (limits.size() <= failures.size()) {
            throw failures.get(limits.size() - 1);
          }
          return "response" + loop.shown();
        });
  }

  @Test
  void a_response_needs_one_try() throws Exception {
    assertThat(run(TWO_MINUTES, 3, List.of())).isEqualTo("response");
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void passing_faults_are_retried_as_often_as_allowed() throws Exception {
    assertThat(run(TWO_MINUTES, 3, Collections.nCopies(3, passing)))
        .isEqualTo("response (4 tries)");
    assertThat(timing.waits).hasSize(3);
  }

  @Test
  void one_more_passing_fault_than_allowed_is_the_failure() {
    assertThatThrownBy(() -> run(TWO_MINUTES, 3, Collections.nCopies(9, passing)))
        .isSameAs(passing);
    assertThat(limits).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"3, true", "0, false"})
  void the_last_retry_comes_after_java_has_forgotten_a_failed_look_up(int retries, boolean found) {
    var names = new NameService(Duration.ofSeconds(8));
    var loop = loop(TWO_MINUTES, retries);

    if (found) {
      assertThatCode(() -> loop.run(limit -> names.find())).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> loop.run(limit -> names.find())).hasMessageContaining("not known");
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
  void a_server_that_throttles_for_ever_is_called_eight_times() {
    assertThatThrownBy(() -> run(Duration.ofSeconds(1200), 3, Collections.nCopies(99, throttled)))
        .isSameAs(throttled);
    assertThat(limits).hasSize(8);
    assertThat(timing.waits)
        .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(20)));
  }

  @Test
  void one_call_may_use_both_budgets() throws Exception {
    assertThat(run(TWO_MINUTES, 1, List.of(throttled, passing, throttled)))
        .isEqualTo("response (4 tries)");
  }

  @Test
  void waits_at_least_as_tooLongas_the_server_asks() throws Exception {
    var three = ResponseException.throttled(Duration.ofSeconds(3), "429");

    run(TWO_MINUTES, 3, List.of(three));

    assertThat(timing.waits.get(0)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    assertThat(timing.waits).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"3600", "120"})
  void a_wait_that_does_not_fit_fails_at_once_and_is_named(long seconds) {
    var tooLong = ResponseException.throttled(Duration.ofSeconds(seconds), "429");

    assertThatThrownBy(() -> run(TWO_MINUTES, 3, List.of(tooLong)))
        .hasMessageContaining("asks to wait " + seconds + " s")
        .hasMessageContaining("of 120 s for the whole goal only 120 s are left");
    assertThat(limits).hasSize(1);
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void without_time_left_there_is_no_further_try_even_without_a_wait() {
    timing = new TestTiming(() -> 0);

    assertThatThrownBy(
            () ->
                loop(Duration.ofSeconds(10), 3)
                    .run(
                        limit -> {
                          limits.add(limit);
                          timing.pass(Duration.ofSeconds(10));
                          throw passing;
                        }))
        .isSameAs(passing);
    assertThat(limits).hasSize(1);
  }

  @Test
  void each_retry_is_announced_with_its_reason_and_its_wait() throws Exception {
    timing = new TestTiming(() -> 0.5);

    run(TWO_MINUTES, 3, List.of(throttled, passing));

    assertThat(debug).containsExactly("Try 1: 429 Next in 1000 ms.", "Try 2: 500 Next in 250 ms.");
  }

  @Test
  void a_users_mistake_and_a_wrong_response_are_never_retried() {
    for (var failure :
        List.of(ResponseException.userMistake("404"), ResponseException.wrongResponse("none"))) {
      limits.clear();
      assertThatThrownBy(() -> run(TWO_MINUTES, 3, List.of(failure))).isSameAs(failure);
      assertThat(limits).hasSize(1);
    }
  }

  @Test
  void a_try_may_take_half_of_the_time_but_not_more_than_thirty_seconds_or_the_time_left()
      throws Exception {
    run(TWO_MINUTES, 3, List.of());
    run(Duration.ofSeconds(10), 3, List.of());
    assertThatThrownBy(
            () ->
                loop(Duration.ofSeconds(10), 3)
                    .run(
                        limit -> {
                          limits.add(limit);
                          timing.pass(limit);
                          throw passing;
                        }))
        .isSameAs(passing);

    assertThat(limits.subList(0, 3))
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(limits.get(3)).isLessThan(Duration.ofSeconds(5));
    assertThat(limits).hasSize(4);
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
    assertThat(info)
        .singleElement()
        .asString()
        .matches("Waiting up to 2[0-3] s for the next try: busy \\(503\\)\\.");
  }
}
