package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.FixedTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Modules that ask while another's login is still under way. */
@Timeout(60)
class BuildTokensWaitingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final int WAITERS = 8;

  private final BuildTokens build =
      new BuildTokens(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  private final AtomicInteger logins = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private final List<Asked> asked = new ArrayList<>();

  /** One module, and how its question went: a token's value, or a failure. */
  private record Asked(Thread thread, FutureTask<Object> outcome) {}

  private Asked ask(BuildTokens.Login login, Instant now) {
    var outcome =
        new FutureTask<Object>(
            () -> {
              try {
                return build
                    .token(
                        ACCOUNT,
                        now,
                        new Deadline(Duration.ofSeconds(50), new FixedTiming()),
                        login)
                    .token()
                    .value();
              } catch (AuthException | StackOverflowError e) {
                return e;
              }
            });
    var thread = new Thread(outcome, "module");
    thread.setDaemon(true);
    thread.start();
    var one = new Asked(thread, outcome);
    asked.add(one);
    return one;
  }

  /** A login that is under way until it is answered. */
  private BuildTokens.Login slow(BuildTokens.Login answer) {
    return () -> {
      logins.incrementAndGet();
      begun.countDown();
      try {
        answered.await();
      } catch (InterruptedException e) {
        throw new ServiceException("the one that logs in was interrupted");
      }
      return answer.run();
    };
  }

  private TokenResult token() {
    return token("fake-" + logins.get(), 60);
  }

  private static TokenResult token(String value, int seconds) {
    return new TokenResult(
        new AccessToken(value, NOW.plusSeconds(seconds), AccessToken.Source.LOGIN));
  }

  private void askWithWaiters(BuildTokens.Login login) throws InterruptedException {
    ask(slow(login), NOW);
    begun.await();
    for (int i = 0; i < WAITERS; i++) {
      var waiter = ask(slow(this::token), NOW);
      while (waiter.thread().getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void all_waiting_modules_get_the_same_failure() throws Exception {
    for (var failure : List.of(new UserMistakeException("mistake"), new ServiceException("down"))) {
      var test = new BuildTokensWaitingTest();
      test.askWithWaiters(
          () -> {
            throw failure;
          });
      test.answered.countDown();

      for (var one : test.asked) {
        assertThat(one.outcome().get())
            .isExactlyInstanceOf(failure.getClass())
            .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
            .hasMessage(failure.getMessage());
      }
      assertThat(test.logins).hasValue(1);
    }
  }

  @Test
  void an_error_ends_the_wait_and_is_remembered() throws Exception {
    askWithWaiters(
        () -> {
          throw new StackOverflowError("test");
        });
    answered.countDown();

    assertThat(asked.get(0).outcome().get()).isInstanceOf(StackOverflowError.class);
    ask(slow(this::token), NOW);
    for (var one : asked.subList(1, asked.size())) {
      assertThat(one.outcome().get())
          .isInstanceOf(ServiceException.class)
          .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
          .hasMessageContaining("was aborted");
    }
    assertThat(logins).hasValue(1);
  }

  @Test
  void an_interrupted_module_stops_waiting_alone() throws Exception {
    askWithWaiters(this::token);
    asked.get(1).thread().interrupt();

    assertThat(asked.get(1).outcome().get()).isInstanceOf(ServiceException.class);
    answered.countDown();
    for (var one : List.of(asked.get(0), asked.get(2), asked.get(WAITERS))) {
      assertThat(one.outcome().get()).isEqualTo("fake-1");
    }
    assertThat(logins).hasValue(1);
  }

  @Test
  void many_modules_replace_an_expired_token_once() throws Exception {
    answered.countDown();
    ask(slow(this::token), NOW.minusSeconds(1)).outcome().get();
    for (int i = 0; i < 32; i++) {
      ask(slow(() -> token("fake-new", 600)), NOW.plusSeconds(60));
    }

    for (var one : asked.subList(1, asked.size())) {
      assertThat(one.outcome().get()).isEqualTo("fake-new");
    }
    assertThat(logins).hasValue(2);
  }
}
