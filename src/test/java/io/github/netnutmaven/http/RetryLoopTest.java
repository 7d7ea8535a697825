package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Timing;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryLoopTest {
  private final ResponseException server = ResponseException.passing("500");
  private final ResponseException tooOften = ResponseException.throttled("429", Duration.ZERO);

  private final TestTiming timing = new TestTiming();
  private final List<Duration> limits = new ArrayList<>();

  private String run(Duration timeout, int retries, ResponseException... failures)
      throws Exception {
    var tries = new RetryLoop(retries, new Deadline(timeout, timing), timing, line -> {});
    return tries.run(
        limit -> {
          limits.add(limit);
          if (limits.size() <= failures.length) {
            throw failures[limits.size() - 1];
          }
          return "answer" + tries.shown();
        });
  }

  private static ResponseException[] times(int n, ResponseException failure) {
    var all = new ResponseException[n];
    Arrays.fill(all, failure);
    return all;
  }

  @Test
  void an_answer_needs_one_try() throws Exception {
    assertThat(run(Duration.ofSeconds(120), 3)).isEqualTo("answer");
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void passing_faults_cost_as_many_further_tries_as_allowed() throws Exception {
    assertThat(run(Duration.ofSeconds(120), 3, times(3, server))).isEqualTo("answer (4 tries)");
    assertThat(timing.waits).hasSize(3);
  }

  @Test
  void one_try_comes_after_java_has_forgotten_a_failed_look_up() throws Exception {
    var names = new Names(Duration.ofSeconds(8));
    var tries = new RetryLoop(3, new Deadline(Duration.ofSeconds(120), timing), timing, line -> {});

    String found = tries.run(limit -> names.find());
    assertThat(found).isEqualTo("found");
    assertThat(tries.shown()).isEqualTo(" (4 tries)");
  }

  @Test
  void without_retries_nothing_waits_for_that() {
    var names = new Names(Duration.ofSeconds(8));
    var tries = new RetryLoop(0, new Deadline(Duration.ofSeconds(120), timing), timing, line -> {});

    assertThatThrownBy(() -> tries.run(limit -> names.find())).hasMessageContaining("is not known");
    assertThat(timing.waits).isEmpty();
  }

  /** A name service that comes back, and Java's memory of ten seconds in front of it. */
  private final class Names {
    private final Instant back;
    private Instant forgotten = Instant.MIN;

    Names(Duration down) {
      back = timing.now().plus(down);
    }

    String find() throws ResponseException {
      if (!timing.now().isBefore(forgotten)) {
        if (!timing.now().isBefore(back)) {
          return "found";
        }
        forgotten = timing.now().plusSeconds(10);
      }
      throw new NetworkFault(ApiUrl.DEFAULT, Optional.empty()).failure(new UnknownHostException());
    }
  }

  @Test
  void one_more_is_the_end() {
    assertThatThrownBy(() -> run(Duration.ofSeconds(120), 3, times(9, server))).isSameAs(server);
    assertThat(limits).hasSize(4);
  }

  @Test
  void a_server_that_says_too_often_for_ever_is_asked_eight_times() {
    assertThatThrownBy(() -> run(Duration.ofSeconds(1200), 3, times(99, tooOften)))
        .isSameAs(tooOften);
    assertThat(limits).hasSize(8);
    assertThat(timing.waits)
        .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofSeconds(20)));
  }

  @Test
  void both_budgets_serve_one_call() throws Exception {
    assertThat(run(Duration.ofSeconds(120), 1, tooOften, server, tooOften))
        .isEqualTo("answer (4 tries)");
  }

  @Test
  void what_the_server_asks_for_is_waited_for() throws Exception {
    run(Duration.ofSeconds(120), 3, ResponseException.throttled("429", Duration.ofSeconds(3)));

    assertThat(timing.waits)
        .singleElement()
        .satisfies(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5)));
  }

  @Test
  void what_does_not_fit_fails_at_once_and_says_what_was_asked() {
    var hour = ResponseException.throttled("429", Duration.ofHours(1));

    assertThatThrownBy(() -> run(Duration.ofSeconds(120), 3, hour))
        .hasMessageContaining("asks to wait 3600 s")
        .hasMessageContaining("120 s for the whole goal");
    assertThat(limits).hasSize(1);
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void a_wait_that_takes_all_that_is_left_does_not_fit() {
    var whole = ResponseException.throttled("429", Duration.ofSeconds(120));

    assertThatThrownBy(() -> run(Duration.ofSeconds(120), 3, whole))
        .hasMessageContaining("asks to wait 120 s")
        .hasMessageContaining("only 120 s are left");
    assertThat(timing.waits).isEmpty();
  }

  @Test
  void without_time_left_there_is_no_further_try_even_without_a_wait() {
    var late = new TestTiming(() -> 0);
    var tries = new RetryLoop(3, new Deadline(Duration.ofSeconds(10), late), late, line -> {});

    assertThatThrownBy(
            () ->
                tries.run(
                    limit -> {
                      limits.add(limit);
                      late.pass(Duration.ofSeconds(10));
                      throw server;
                    }))
        .isSameAs(server);
    assertThat(limits).hasSize(1);
  }

  @Test
  void each_further_try_is_told_of() throws Exception {
    var told = new ArrayList<String>();
    var steady = new TestTiming(() -> 0.5);
    var left = new ArrayList<>(List.of(tooOften, server));
    new RetryLoop(3, new Deadline(Duration.ofSeconds(120), steady), steady, told::add)
        .run(
            limit -> {
              if (!left.isEmpty()) {
                throw left.remove(0);
              }
              return "answer";
            });

    assertThat(told).containsExactly("Try 1: 429 Next in 1000 ms.", "Try 2: 500 Next in 250 ms.");
  }

  @Test
  void a_wrong_set_up_and_a_wrong_answer_are_never_tried_again() {
    for (var failure :
        List.of(ResponseException.setUp("404"), ResponseException.wrongAnswer("no token"))) {
      limits.clear();
      assertThatThrownBy(() -> run(Duration.ofSeconds(120), 3, failure)).isSameAs(failure);
      assertThat(limits).hasSize(1);
    }
  }

  @Test
  void a_try_may_take_half_of_the_time_but_not_more_than_thirty_seconds_or_what_is_left()
      throws Exception {
    run(Duration.ofSeconds(120), 3);
    run(Duration.ofSeconds(10), 3);
    var slow = new RetryLoop(3, new Deadline(Duration.ofSeconds(10), timing), timing, line -> {});
    assertThatThrownBy(
            () ->
                slow.run(
                    limit -> {
                      limits.add(limit);
                      timing.pass(limit);
                      throw server;
                    }))
        .isSameAs(server);

    assertThat(limits.subList(0, 3))
        .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(limits.get(3)).isLessThan(Duration.ofSeconds(5));
    assertThat(limits).hasSize(4);
  }

  @Test
  void an_interruption_ends_it() {
    var stopped =
        new RetryLoop(
            3,
            new Deadline(Duration.ofSeconds(10), timing),
            new Timing() {
              @Override
              public long nanoTime() {
                return 0;
              }

              @Override
              public Instant now() {
                return Instant.EPOCH;
              }

              @Override
              public double random() {
                return 0;
              }

              @Override
              public void sleep(Duration time) throws InterruptedException {
                throw new InterruptedException();
              }
            },
            line -> {});

    assertThatThrownBy(
            () ->
                stopped.run(
                    limit -> {
                      throw server;
                    }))
        .isInstanceOf(InterruptedException.class);
  }
}
