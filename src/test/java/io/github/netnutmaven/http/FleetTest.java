package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.testkit.TestTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CI jobs on many machines that start together, against a server that allows ten logins a second,
 * in virtual time.
 */
class FleetTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 1", "4, 1", "5, 1", "6, 2", "7, 5", "8, 10"})
  void a_hundred_jobs_that_start_together_log_in_in_time_with_few_requests(
      int seed, int retryAfter) {
    var bucket = new Bucket(Duration.ofSeconds(retryAfter));

    var jobs = run(100, seed, bucket);

    assertThat(jobs)
        .allSatisfy(
            job -> {
              assertThat(job.requests()).isBetween(2, 7);
              assertThat(Duration.ofNanos(job.time.nanoTime())).isLessThan(TIMEOUT);
            });
    assertThat(bucket.logins).isEqualTo(100);
    assertThat(bucket.most).isEqualTo(10);
  }

  @Test
  void of_ten_thousand_jobs_that_start_together_most_cannot_log_in_as_the_page_says()
      throws Exception {
    var bucket = new Bucket(Duration.ZERO);

    var jobs = run(10_000, 1, bucket);

    assertThat(jobs.stream().filter(job -> job.failed)).hasSize(10_000 - bucket.logins);
    assertThat(Scale.page())
        .anyMatch(line -> line.contains(text("only %,d of 10,000 log in", bucket.logins)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 10_000})
  void the_page_has_the_logins_of_a_day_and_the_requests_of_its_busiest_minute(int jobs)
      throws Exception {
    var days = Stream.of(Scale.Way.values()).map(way -> new Scale(way, jobs).runUntil(48)).toList();

    assertThat(days).allSatisfy(day -> assertThat(day.failed).isZero());
    assertThat(Scale.page())
        .contains(
            row("%,d jobs", jobs, days, day -> day.logins),
            row("%,d jobs", jobs, days, Scale::busiestMinute));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 13})
  void the_page_has_the_builds_that_get_no_token_because_of_an_outage(int hours) throws Exception {
    var days =
        Stream.of(Scale.Way.values())
            .map(way -> new Scale(way, 1_000).withOutage(hours).runUntil(62))
            .toList();

    assertThat(Scale.page()).contains(row("%,d h down", hours, days, day -> day.failed));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 13, 18, 24})
  void the_page_has_the_builds_that_get_no_token_because_nobody_renews(int hours) throws Exception {
    var day = new Scale(Scale.Way.RENEWAL, 1_000).withoutRenewalFor(hours).runUntil(64);

    assertThat(Scale.page())
        .contains(row("%,d h without a run", hours, List.of(day), each -> each.failed));
  }

  @Test
  void the_page_says_what_happens_if_each_login_ends_the_older_tokens() throws Exception {
    var caches = new Scale(Scale.Way.CACHE, 100).revoking().runUntil(48);
    var one = new Scale(Scale.Way.RENEWAL, 1_000).revoking().runUntil(48);
    var two = new Scale(Scale.Way.RENEWAL, 1_000).revoking().withTwoAccounts().runUntil(48);

    assertThat(List.of(one, two))
        .allSatisfy(day -> assertThat(day.logins).isEqualTo(4))
        .allSatisfy(day -> assertThat(day.failed).isZero());
    assertThat(two.broken).isZero();
    assertThat(Scale.page())
        .as("%s are broken", one.broken)
        .anyMatch(line -> line.contains(text("100 jobs log in %,d times a day", caches.logins)))
        .anyMatch(line -> line.contains(text("%,d of 24,000", one.broken)));
  }

  /** A row of the page's tables. */
  private static String row(
      String first, int number, List<Scale> days, ToIntFunction<Scale> figure) {
    var row = new StringBuilder(text("| " + first + " |", number));
    days.forEach(day -> row.append(text(" %,d |", figure.applyAsInt(day))));
    return row.toString().replace("1 jobs", "1 job");
  }

  private static String text(String format, int number) {
    return String.format(Locale.ROOT, format, number);
  }

  /** Always wakes the job that sleeps until the earliest time. */
  private static List<Job> run(int number, int seed, Bucket bucket) {
    var jobs = new ArrayList<Job>();
    for (int i = 0; i < number; i++) {
      jobs.add(new Job(seed * 1_000_000L + i, i));
    }
    var asleep = new PriorityQueue<Job>(Comparator.comparingLong(job -> job.time.nanoTime()));
    asleep.addAll(jobs);
    for (var job = asleep.poll(); job != null; job = asleep.poll()) {
      if (job.triesAgain(bucket)) {
        asleep.add(job);
      }
    }
    return jobs;
  }

  /** Allows ten logins at once, and ten more each second. */
  private static final class Bucket {
    private final Duration retryAfter;
    private double tokens = 10;
    private long last;
    private int logins;
    private double most;

    Bucket(Duration retryAfter) {
      this.retryAfter = retryAfter;
    }

    Optional<ResponseException> login(long now) {
      tokens = Math.min(10, tokens + (now - last) * 10 / 1e9);
      last = now;
      most = Math.max(most, tokens);
      if (tokens < 1) {
        return Optional.of(ResponseException.throttled(retryAfter, "too often."));
      }
      tokens--;
      logins++;
      return Optional.empty();
    }
  }

  /** A job without a thread: it has its own time, which passes while it waits. */
  private static final class Job {
    private final TestTiming time;
    private final RetryPolicy policy;
    private final RetryLoop loop;
    private int logins;
    private boolean failed;

    /** The jobs start together, but always in the same order. */
    Job(long seed, long start) {
      time = new TestTiming(new Random(seed)::nextDouble);
      time.pass(Duration.ofNanos(start));
      policy = new RetryPolicy(3, time);
      loop = new RetryLoop(3, new Deadline(TIMEOUT, time), time, line -> {});
    }

    /** Tries to log in; if it has to try again, its time is then that of the next try. */
    boolean triesAgain(Bucket bucket) {
      logins++;
      var throttled = bucket.login(time.nanoTime());
      if (throttled.isEmpty()) {
        return false;
      }
      try {
        var wait = loop.waitAfter(throttled.get(), policy);
        failed = wait == null;
        time.pass(failed ? Duration.ZERO : wait);
      } catch (ResponseException e) {
        failed = true;
      }
      return !failed;
    }

    /** How many requests the logins and a check take. */
    int requests() {
      return logins + 1;
    }
  }
}
