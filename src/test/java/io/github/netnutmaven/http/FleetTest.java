package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * CI jobs on many machines that start together, against a server that allows ten logins a second,
 * in virtual time.
 */
@Timeout(120)
class FleetTest {
  private static final int JOBS = 100;
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 1", "4, 1", "5, 1", "6, 2", "7, 5", "8, 10"})
  void a_hundred_jobs_that_start_together_log_in_in_time_with_few_requests(int seed, int retryAfter)
      throws Exception {
    var time = new VirtualTime(JOBS);
    var bucket = new Bucket(time, Duration.ofSeconds(retryAfter));
    var jobs = new ArrayList<Future<Integer>>();
    var pool = Executors.newFixedThreadPool(JOBS);
    for (int i = 0; i < JOBS; i++) {
      var timing = new JobTiming(time, new Random(seed * 1_000L + i), i);
      jobs.add(pool.submit(() -> requests(timing, bucket)));
    }
    for (var job : jobs) {
      assertThat(job.get()).isBetween(2, 7);
    }
    pool.shutdown();

    assertThat(Duration.ofNanos(time.now())).isLessThan(TIMEOUT);
    assertThat(bucket.logins).isEqualTo(JOBS);
    assertThat(bucket.most).isEqualTo(10);
  }

  /** How many requests a login and a check take. */
  private static int requests(JobTiming timing, Bucket bucket) throws Exception {
    timing.start();
    try {
      var made = new int[1];
      var loop = new RetryLoop(3, new Deadline(TIMEOUT, timing), timing, line -> {});
      loop.run(
          limit -> {
            made[0]++;
            bucket.login();
            return "token";
          });
      return made[0] + 1;
    } finally {
      timing.end();
    }
  }

  /** Allows ten logins at once, and ten more each second. */
  private static final class Bucket {
    private final VirtualTime time;
    private final Duration retryAfter;
    private double tokens = 10;
    private long last;
    private int logins;
    private double most;

    Bucket(VirtualTime time, Duration retryAfter) {
      this.time = time;
      this.retryAfter = retryAfter;
    }

    synchronized void login() throws ResponseException {
      long now = time.now();
      tokens = Math.min(10, tokens + (now - last) * 10 / 1e9);
      last = now;
      most = Math.max(most, tokens);
      if (tokens < 1) {
        throw ResponseException.throttled(retryAfter, "too often.");
      }
      tokens--;
      logins++;
    }
  }

  /** One job's view of the time, and its random numbers. */
  private static final class JobTiming implements Timing {
    private final VirtualTime time;
    private final Random random;
    private final int number;

    JobTiming(VirtualTime time, Random random, int number) {
      this.time = time;
      this.random = random;
      this.number = number;
    }

    /** The jobs start together, but always in the same order. */
    void start() throws InterruptedException {
      time.sleep(number);
    }

    void end() {
      time.end();
    }

    @Override
    public long nanoTime() {
      return time.now();
    }

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(time.now());
    }

    @Override
    public double random() {
      return random.nextDouble();
    }

    @Override
    public void sleep(Duration wait) throws InterruptedException {
      time.sleep(wait.toNanos());
    }
  }

  /** A clock that moves when all jobs sleep, to the time when the first of them wakes. */
  private static final class VirtualTime {
    private final PriorityQueue<long[]> sleepers =
        new PriorityQueue<>(Comparator.comparingLong(sleeper -> sleeper[0]));
    private int awake;
    private long now;

    VirtualTime(int jobs) {
      this.awake = jobs;
    }

    synchronized long now() {
      return now;
    }

    synchronized void sleep(long nanos) throws InterruptedException {
      var sleeper = new long[] {now + nanos, 0};
      sleepers.add(sleeper);
      end();
      while (sleeper[1] == 0) {
        wait();
      }
    }

    synchronized void end() {
      awake--;
      if (awake == 0 && !sleepers.isEmpty()) {
        var first = sleepers.remove();
        now = first[0];
        first[1] = 1;
        awake++;
        notifyAll();
      }
    }
  }
}
