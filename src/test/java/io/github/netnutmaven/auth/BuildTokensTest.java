package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.FixedTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BuildTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");

  private final ConcurrentMap<String, CompletableFuture<Map<String, String>>> outcomes =
      new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> tokens = new ConcurrentHashMap<>();
  private final AtomicInteger logins = new AtomicInteger();

  private AccessToken ask(Account account, Instant now) throws AuthException {
    return ask(
        account,
        now,
        () ->
            new TokenResult(
                new AccessToken(
                    "fake-" + logins.incrementAndGet(),
                    NOW.plusSeconds(60),
                    AccessToken.Source.LOGIN)));
  }

  private AccessToken ask(Account account, Instant now, BuildTokens.Login login)
      throws AuthException {
    return build().token(account, now, within(PATIENCE), login).token();
  }

  /** A new object each time, as in each goal: all of them share the maps of the build. */
  private BuildTokens build() {
    return new BuildTokens(outcomes, tokens);
  }

  @Test
  void many_threads_cost_one_login() throws Exception {
    var all = new CountDownLatch(32);
    var threads = Executors.newFixedThreadPool(32);
    try {
      var asked = new ArrayList<Callable<AccessToken>>();
      for (int i = 0; i < 32; i++) {
        asked.add(
            () -> {
              all.countDown();
              all.await();
              return ask(ACCOUNT, NOW);
            });
      }
      for (var token : threads.invokeAll(asked)) {
        assertThat(token.get().value()).isEqualTo("fake-1");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(logins).hasValue(1);
  }

  @Test
  void a_token_serves_until_it_ends_and_is_then_replaced() throws Exception {
    assertThat(ask(ACCOUNT, NOW).value()).isEqualTo("fake-1");
    assertThat(ask(ACCOUNT, NOW.plusSeconds(60).minusMillis(1)).value()).isEqualTo("fake-1");
    assertThatThrownBy(
            () ->
                ask(
                    ACCOUNT,
                    NOW.plusSeconds(60),
                    () -> {
                      throw new ServiceException("second login");
                    }))
        .hasMessage("second login");
  }

  @Test
  void failures_are_remembered_as_what_they_are() {
    for (var failure :
        new AuthException[] {new UserMistakeException("mistake"), new ServiceException("down")}) {
      outcomes.clear();
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(
                () ->
                    ask(
                        ACCOUNT,
                        NOW,
                        () -> {
                          logins.incrementAndGet();
                          throw failure;
                        }))
            .isExactlyInstanceOf(failure.getClass())
            .hasMessage(failure.getMessage());
      }
      assertThat(build().find(ACCOUNT)).isEmpty();
      assertThat(build().forget(ACCOUNT)).isFalse();
    }
    assertThat(logins).hasValue(2);
  }

  @Test
  void accounts_do_not_share() throws Exception {
    assertThat(ask(ACCOUNT, NOW).value()).isEqualTo("fake-1");
    assertThat(ask(new Account(ApiUrl.DEFAULT, "Me@example.com"), NOW).value()).isEqualTo("fake-2");
    assertThat(ask(new Account(ApiUrl.parse("https://h:8443"), "me@example.com"), NOW).value())
        .isEqualTo("fake-3");
  }

  @Test
  void a_forgotten_token_is_replaced_by_a_new_login() throws Exception {
    ask(ACCOUNT, NOW);
    var memory = build();

    assertThat(memory.find(ACCOUNT).map(AccessToken::value)).hasValue("fake-1");
    assertThat(memory.forget(ACCOUNT)).isTrue();
    assertThat(memory.forget(ACCOUNT)).isFalse();
    assertThat(ask(ACCOUNT, NOW).value()).isEqualTo("fake-2");
    assertThat(memory.forgetAll()).isTrue();
    assertThat(memory.find(ACCOUNT)).isEmpty();
  }

  @Test
  void forgetting_everything_forgets_the_tokens_of_all_accounts() throws Exception {
    var memory = build();
    assertThat(memory.forgetAll()).isFalse();

    ask(ACCOUNT, NOW);
    ask(new Account(ApiUrl.DEFAULT, "you@example.com"), NOW);

    assertThat(memory.forgetAll()).isTrue();
    assertThat(memory.forgetAll()).isFalse();
    assertThat(memory.find(ACCOUNT)).isEmpty();
  }

  @Test
  void tokens_that_expired_or_were_forgotten_are_still_known_for_the_search_for_leaks()
      throws Exception {
    var memory = build();
    var other = new Account(ApiUrl.DEFAULT, "you@example.com");
    assertThat(memory.everyToken()).isEmpty();
    ask(ACCOUNT, NOW);
    ask(ACCOUNT, NOW.plusSeconds(60));
    ask(other, NOW);
    memory.forgetAll();

    assertThat(memory.tokensOf(ACCOUNT)).containsExactlyInAnyOrder("fake-1", "fake-2");
    assertThat(memory.tokensOf(other)).containsExactly("fake-3");
    assertThat(memory.everyToken()).containsExactlyInAnyOrder("fake-1", "fake-2", "fake-3");
  }

  @Test
  void an_account_is_known_from_its_first_login_on_even_if_that_failed() throws Exception {
    var memory = build();
    assertThat(memory.knows(ACCOUNT)).isFalse();

    assertThatThrownBy(
            () ->
                ask(
                    ACCOUNT,
                    NOW,
                    () -> {
                      assertThat(memory.knows(ACCOUNT)).isTrue();
                      throw new ServiceException("down");
                    }))
        .hasMessage("down");
    assertThat(memory.knows(ACCOUNT)).isTrue();
  }

  private static Deadline within(Duration patience) {
    return new Deadline(patience, new FixedTiming());
  }

  @Test
  void a_wait_can_be_interrupted_and_has_a_limit() throws Exception {
    outcomes.put(ACCOUNT.key(), new CompletableFuture<>());
    assertThatThrownBy(() -> build().token(ACCOUNT, NOW, within(Duration.ofMillis(20)), () -> null))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("has not finished");

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> ask(ACCOUNT, NOW)).hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
