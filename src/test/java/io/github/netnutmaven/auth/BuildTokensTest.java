package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.FixedTiming;
import io.github.netnutmaven.testkit.LateTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class BuildTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant END = NOW.plusSeconds(60);
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final Account OTHER = new Account(ApiUrl.DEFAULT, "Me@example.com");
  private static final int WAITERS = 8;

  private final ConcurrentMap<String, CompletableFuture<Map<String, String>>> outcomes =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger logins = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private final List<Module> modules = new ArrayList<>();

  /** A module, and how its question went: a token's value, or a failure. */
  private record Module(Thread thread, FutureTask<Object> outcome) {}

  /** A new object each time, as in each goal: all of them share the maps of the build. */
  private BuildTokens build() {
    return new BuildTokens(outcomes, tokens);
  }

  private String ask(Account account, Instant now, BuildTokens.Login login) throws AuthException {
    var deadline = new Deadline(Duration.ofSeconds(30), new FixedTiming());
    return build().token(account, now, deadline, login).token().value();
  }

  private String ask(Account account, Instant now) throws AuthException {
    return ask(account, now, this::login);
  }

  private TokenResult login() {
    var value = "fake-" + logins.incrementAndGet();
    return new TokenResult(
        new AccessToken(value, END.plusSeconds(logins.get()), AccessToken.Source.LOGIN));
  }

  /** A login that is under way until it is answered. */
  private BuildTokens.Login slow(BuildTokens.Login answer) {
    return () -> {
      begun.countDown();
      try {
        answered.await();
      } catch (InterruptedException e) {
        throw new ServiceException("the one that logs in was interrupted");
      }
      return answer.run();
    };
  }

  private void start(Instant now, BuildTokens.Login login) {
    var outcome =
        new FutureTask<Object>(
            () -> {
              try {
                return ask(ACCOUNT, now, login);
              } catch (AuthException | StackOverflowError e) {
                return e;
              }
            });
    var thread = new Thread(outcome, "module");
    thread.setDaemon(true);
    thread.start();
    modules.add(new Module(thread, outcome));
  }

  /** One module logs in, and the others wait for it. */
  private void startAll(BuildTokens.Login login) throws InterruptedException {
    start(NOW, slow(login));
    begun.await();
    for (int i = 1; i <= WAITERS; i++) {
      start(NOW, this::login);
      while (modules.get(i).thread().getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void many_modules_cost_one_login_and_replace_its_token_once_when_it_expires() throws Exception {
    for (int i = 0; i < 64; i++) {
      start(i < 32 ? NOW : END.plusSeconds(1), slow(this::login));
      if (i == 31) {
        answered.countDown();
        modules.get(0).outcome().get();
      }
    }

    for (int i = 0; i < 64; i++) {
      assertThat(modules.get(i).outcome().get()).isEqualTo(i < 32 ? "fake-1" : "fake-2");
    }
    assertThat(logins).hasValue(2);
  }

  static Stream<AuthException> failures() {
    return Stream.of(new UserMistakeException("mistake"), new ServiceException("down"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void all_modules_get_the_same_failure_whenever_they_ask(AuthException failure) throws Exception {
    startAll(
        () -> {
          throw failure;
        });
    answered.countDown();
    start(NOW, this::login);

    for (var module : modules) {
      assertThat(module.outcome().get())
          .isExactlyInstanceOf(failure.getClass())
          .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
          .hasMessage(failure.getMessage());
    }
    assertThat(logins).hasValue(0);
    assertThat(build().knows(ACCOUNT)).isTrue();
    assertThat(build().find(ACCOUNT)).isEmpty();
    assertThat(build().forget(ACCOUNT)).isFalse();
  }

  @Test
  void an_error_ends_the_wait_and_is_remembered() throws Exception {
    startAll(
        () -> {
          throw new StackOverflowError("test");
        });
    answered.countDown();

    assertThat(modules.get(0).outcome().get()).isInstanceOf(StackOverflowError.class);
    start(NOW, this::login);
    for (var module : modules.subList(1, modules.size())) {
      assertThat(module.outcome().get())
          .isInstanceOf(ServiceException.class)
          .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
          .hasMessageContaining("was aborted");
    }
    assertThat(logins).hasValue(0);
  }

  @Test
  void an_interrupted_module_stops_waiting_alone() throws Exception {
    startAll(this::login);
    modules.get(1).thread().interrupt();

    assertThat(modules.get(1).outcome().get()).isInstanceOf(ServiceException.class);
    answered.countDown();
    for (var module : List.of(modules.get(0), modules.get(2), modules.get(WAITERS))) {
      assertThat(module.outcome().get()).isEqualTo("fake-1");
    }
    assertThat(logins).hasValue(1);
  }

  @Test
  void a_wait_has_a_limit_and_an_interruption_stays_set() {
    outcomes.put(ACCOUNT.key(), new CompletableFuture<>());
    var deadline = new Deadline(Duration.ofMillis(20), new FixedTiming());
    assertThatThrownBy(() -> build().token(ACCOUNT, NOW, deadline, this::login))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("has not finished");

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ask(ACCOUNT, NOW)).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void a_long_wait_for_the_login_of_another_module_is_announced() {
    outcomes.put(ACCOUNT.key(), new CompletableFuture<>());
    var lines = new ArrayList<String>();
    var deadline =
        new Deadline(
            Duration.ofMinutes(2),
            new LateTiming(),
            line -> {
              lines.add(line.toString());
              Thread.currentThread().interrupt();
            });

    assertThatThrownBy(() -> build().token(ACCOUNT, NOW, deadline, this::login))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(lines)
        .singleElement()
        .asString()
        .matches("Waiting up to [0-9]+ s for the login of another module\\.");
  }

  @Test
  void each_account_has_its_token_until_that_expires_or_is_forgotten() throws Exception {
    var build = build();
    assertThat(build.knows(ACCOUNT)).isFalse();
    assertThat(build.forgetAll()).isFalse();
    assertThat(ask(ACCOUNT, NOW)).isEqualTo("fake-1");
    assertThat(ask(OTHER, NOW)).isEqualTo("fake-2");
    assertThat(ask(new Account(ApiUrl.parse("https://h"), ACCOUNT.email()), NOW))
        .isEqualTo("fake-3");
    assertThat(ask(ACCOUNT, END.plusMillis(999))).isEqualTo("fake-1");
    assertThat(build.find(ACCOUNT).map(AccessToken::value)).hasValue("fake-1");

    assertThat(build.forget(ACCOUNT)).isTrue();
    assertThat(build.forget(ACCOUNT)).isFalse();
    assertThat(build.find(ACCOUNT)).isEmpty();
    assertThat(ask(ACCOUNT, NOW)).isEqualTo("fake-4");
    assertThat(ask(OTHER, NOW)).isEqualTo("fake-2");

    assertThat(build.forgetAll()).isTrue();
    assertThat(build.forgetAll()).isFalse();
    assertThat(build.find(OTHER)).isEmpty();
  }

  @Test
  void tokens_that_expired_or_were_forgotten_are_still_known_for_the_search_for_leaks()
      throws Exception {
    ask(ACCOUNT, NOW);
    ask(ACCOUNT, END.plusSeconds(1));
    ask(OTHER, NOW);
    build().forgetAll();

    assertThat(build().tokensOf(ACCOUNT)).containsExactlyInAnyOrder("fake-1", "fake-2");
    assertThat(build().tokensOf(OTHER)).containsExactly("fake-3");
    assertThat(build().everyToken()).containsExactlyInAnyOrder("fake-1", "fake-2", "fake-3");
  }
}
