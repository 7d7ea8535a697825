package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.BuildTokens;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ProvidedToken;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.auth.TokenRequest;
import io.github.netnutmaven.auth.TokenService;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.testkit.FakeCache;
import io.github.netnutmaven.testkit.FixedAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Days of a fleet in virtual time. Each job builds once an hour, and each agent runs 20 jobs. The
 * builds use the plugin's own ladder and retries; the service, the agents and the time are
 * simulated.
 */
final class Scale implements AuthApi, Timing {
  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final int JOBS_OF_AN_AGENT = 20;
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final FixedAccount CREDENTIALS =
      new FixedAccount("me@example.com", "fake-password");

  /** How a build gets its token. */
  enum Way {
    /** It logs in. */
    LOGIN,
    /** From the cache of the agent. */
    CACHE,
    /** One job renews it: every hour at :17, if it is 5½ hours old, as examples/fleet does. */
    RENEWAL
  }

  private final Way way;
  private final int jobs;
  private final Random random = new Random(1);
  private final Map<String, Duration> issued = new HashMap<>();
  private final Map<Long, Integer> perMinute = new HashMap<>();
  private final Map<Integer, TokenCache> agents = new HashMap<>();
  private boolean revokes;
  private Duration outageStart = Duration.ZERO;
  private Duration outageEnd = Duration.ZERO;
  private Duration pauseEnd = Duration.ZERO;
  private int accounts = 1;
  private int account;
  private @Nullable Duration renewedAt;
  private final Queue<Map.Entry<Duration, String>> running = new ArrayDeque<>();
  private Duration time = Duration.ZERO;
  private Deadline deadline = new Deadline(TIMEOUT, this);
  private @Nullable ProvidedToken renewed;
  private int tokens;

  /** The logins of the second day. */
  int logins;

  /** The builds that got no token. */
  int failed;

  /** The builds whose token was no longer accepted half an hour after their start. */
  int broken;

  Scale(Way way, int jobs) {
    this.way = way;
    this.jobs = jobs;
  }

  /** The rows and sentences of the page that have figures from here. */
  static List<String> page() throws IOException {
    return Files.readString(Path.of("src/site/markdown/scale.md"))
        .lines()
        .filter(
            line -> line.matches("\\| [\\d,]+ .*|.*[\\d,]+ (of 10,000|times a day|of 24,000).*"))
        .toList();
  }

  /** Each login ends the older tokens. */
  Scale revoking() {
    revokes = true;
    return this;
  }

  /** The service is down for some hours from the middle of the second day. */
  Scale withOutage(int hours) {
    outageStart = Duration.ofHours(36);
    outageEnd = outageStart.plusHours(hours);
    return this;
  }

  /** No renewing job runs for some hours from the middle of the second day. */
  Scale withoutRenewalFor(int hours) {
    pauseEnd = Duration.ofHours(36 + hours);
    return this;
  }

  /** A second renewing job has another account, and six hours of the day alternate. */
  Scale withTwoAccounts() {
    accounts = 2;
    return this;
  }

  /** The requests in the busiest minute. */
  int busiestMinute() {
    return perMinute.values().stream().mapToInt(each -> each).max().orElse(0);
  }

  /** Runs until the end of an hour: with caches from the first day on, else the second day. */
  Scale runUntil(int end) {
    var nextRenewal = Duration.ofMinutes(17);
    for (int hour = way == Way.CACHE ? 0 : 24; hour < end; hour++) {
      for (int job = 0; job < jobs; job++) {
        var start =
            Duration.ofHours(hour).plus(Duration.ofHours(1).multipliedBy(job).dividedBy(jobs));
        while (way == Way.RENEWAL && nextRenewal.compareTo(start) <= 0) {
          renew(nextRenewal);
          nextRenewal = nextRenewal.plusHours(1);
        }
        endBuilds(start);
        build(start, job);
      }
    }
    return this;
  }

  private void renew(Duration start) {
    endBuilds(start);
    boolean isYoung =
        renewedAt != null && start.minus(renewedAt).compareTo(Duration.ofMinutes(330)) < 0;
    boolean isPaused = start.toHours() >= 36 && start.compareTo(pauseEnd) < 0;
    if (isYoung || isPaused) {
      return;
    }
    account = (int) (start.toHours() / 6) % accounts;
    var token = obtain(start, TokenCache.NONE, true, null);
    if (token.isPresent()) {
      renewedAt = start;
      renewed = new ProvidedToken(token.get(), "NETNUT_TOKEN_FILE");
    }
  }

  private void endBuilds(Duration now) {
    while (!running.isEmpty() && running.element().getKey().compareTo(now) <= 0) {
      broken += issued.containsKey(running.remove().getValue()) ? 0 : 1;
    }
  }

  private void build(Duration start, int job) {
    int fleet = Math.max(1, jobs / JOBS_OF_AN_AGENT);
    int agent = job % fleet;
    // The agents have started at different times of the first day.
    if (way == Way.CACHE && start.compareTo(LIFETIME.multipliedBy(agent).dividedBy(fleet)) < 0) {
      return;
    }
    var cache =
        way == Way.CACHE ? agents.computeIfAbsent(agent, each -> new FakeCache()) : TokenCache.NONE;
    obtain(start, cache, way != Way.RENEWAL, renewed)
        .ifPresentOrElse(
            token -> running.add(Map.entry(start.plusMinutes(30), token)), () -> failed++);
  }

  private Optional<String> obtain(
      Duration start, TokenCache cache, boolean credentials, @Nullable ProvidedToken provided) {
    time = start;
    deadline = new Deadline(TIMEOUT, this);
    var builds = new BuildTokens(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    try {
      return new TokenService(
              this, cache, builds, token -> Optional.empty(), deadline, this, warning -> {})
          .obtain(
              new TokenRequest(
                  ACCOUNT,
                  credentials ? CREDENTIALS : null,
                  () -> Optional.ofNullable(provided),
                  Verification.LENIENT,
                  FIVE_MINUTES,
                  FIVE_MINUTES))
          .map(result -> result.token().value());
    } catch (AuthException e) {
      return Optional.empty();
    }
  }

  /** The service answers, or is down. */
  private void request() throws ResponseException {
    if (time.toDays() == 1) {
      perMinute.merge(time.toMinutes(), 1, Integer::sum);
    }
    if (time.compareTo(outageStart) >= 0 && time.compareTo(outageEnd) < 0) {
      throw ResponseException.transientFault("the service is in trouble.");
    }
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    try {
      return new RetryLoop(3, deadline, this, line -> {}).run(limit -> issue());
    } catch (ResponseException e) {
      throw e.failureOf(Message.of("Tried to log in"));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String issue() throws ResponseException {
    request();
    logins += time.toDays() == 1 ? 1 : 0;
    if (revokes) {
      issued.keySet().removeIf(token -> token.startsWith("token-" + account));
    }
    var token = "token-" + account + "-" + tokens++;
    issued.put(token, time);
    return token;
  }

  @Override
  public Verdict check(String token) {
    try {
      return new RetryLoop(3, deadline, this, line -> {}).run(limit -> verdict(token));
    } catch (ResponseException e) {
      return Verdict.unknown(e.getMessage());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Verdict verdict(String token) throws ResponseException {
    request();
    var start = issued.get(token);
    return start != null && time.minus(start).compareTo(LIFETIME) < 0
        ? Verdict.accepted()
        : Verdict.refused("Invalid token");
  }

  @Override
  public void close() {}

  @Override
  public long nanoTime() {
    return time.toNanos();
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plus(time);
  }

  @Override
  public double random() {
    return random.nextDouble();
  }

  @Override
  public void sleep(Duration wait) {
    time = time.plus(wait);
  }
}
