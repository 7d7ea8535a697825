package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.testkit.TestTiming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    private final RetryLoop loop;
    private int logins;

    /** The jobs start together, but always in the same order. */
    Job(long seed, long start) {
      time = new TestTiming(new Random(seed)::nextDouble);
      time.pass(Duration.ofNanos(start));
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
        time.pass(loop.waitAfter(throttled.get()));
        return true;
      } catch (ResponseException e) {
        throw new AssertionError(e);
      }
    }

    /** How many requests the logins and a check take. */
    int requests() {
      return logins + 1;
    }
  }
}
