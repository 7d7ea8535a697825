package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.FixedAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ladder does with a token that an earlier build left, if every build asks the API. */
class CachedTokenServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration ALWAYS = Duration.ZERO;
  private static final Duration MIN_VALIDITY = Duration.ofMinutes(5);
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");

  private final List<String> asked = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final FakeCache cache = new FakeCache();
  private Optional<ServiceException> loginFailure = Optional.empty();
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private Duration loginTakes = Duration.ZERO;

  private AccessToken obtain(Verification verification, boolean credentials) throws AuthException {
    return new TokenService(
            new FakeApi(),
            cache,
            new Requirements(verification, ALWAYS, MIN_VALIDITY),
            token -> Optional.empty(),
            new MovingClock(),
            warnings::add)
        .obtain(
            ACCOUNT,
            Optional.empty(),
            credentials
                ? Optional.of(new FixedAccount("me@example.com", "fake-password"))
                : Optional.empty());
  }

  private AccessToken obtain() throws AuthException {
    return obtain(Verification.LENIENT, true);
  }

  private static CachedToken token(String value, Duration left) {
    return new CachedToken(value, NOW.minus(Duration.ofHours(1)), NOW.plus(left));
  }

  @Test
  void one_that_is_fresh_is_confirmed_and_used() throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));

    var token = obtain();

    assertThat(token.value()).isEqualTo("fake-cached");
    assertThat(token.source()).isEqualTo("cache");
    assertThat(token.expiresAt()).hasValue(NOW.plus(Duration.ofHours(3)));
    assertThat(asked).containsExactly("check fake-cached");
    assertThat(cache.turns).isZero();
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_new_one_is_kept_with_the_times_of_its_login() throws Exception {
    obtain();

    assertThat(cache.token)
        .hasValue(
            new CachedToken(
                "fake-from-login", NOW, NOW.plus(ConfirmedLogin.LIFETIME), Optional.of(NOW)));
    assertThat(cache.turns).isOne();
    assertThat(cache.patience).isEqualTo(Duration.ofSeconds(60));
    assertThat(cache.ended).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"300000, true", "299999, false", "300001, true", "1, false"})
  void one_with_less_left_than_is_asked_for_is_replaced(long millisLeft, boolean used)
      throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofMillis(millisLeft)));

    assertThat(obtain().value()).isEqualTo(used ? "fake-cached" : "fake-from-login");
    assertThat(cache.token.map(CachedToken::value))
        .hasValue(used ? "fake-cached" : "fake-from-login");
  }

  @Test
  void one_that_is_refused_is_dropped_and_one_login_follows() throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));
    verdicts.put("fake-cached", Verdict.refused("400"));

    assertThat(obtain().value()).isEqualTo("fake-from-login");
    assertThat(asked).containsExactly("check fake-cached", "login", "check fake-from-login");
    assertThat(warnings).isEmpty();
  }

  @Test
  void one_that_is_refused_is_gone_though_the_login_fails() {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));
    verdicts.put("fake-cached", Verdict.refused("400"));
    loginFailure = Optional.of(ServiceException.passing("no answer came."));

    assertThatThrownBy(this::obtain).hasMessage("no answer came.");
    assertThat(cache.token).isEmpty();
    assertThat(cache.ended).isTrue();
  }

  @Test
  void one_that_is_refused_soon_after_its_login_makes_one_think_of_another_machine()
      throws Exception {
    var issued = NOW.minus(Duration.ofMinutes(10)).plusMillis(1);
    cache.token =
        Optional.of(new CachedToken("fake-cached", issued, NOW.plus(Duration.ofHours(3))));
    verdicts.put("fake-cached", Verdict.refused("400"));

    obtain();

    assertThat(warnings).singleElement().asString().contains("another machine");
  }

  @Test
  void another_builds_new_token_spares_the_login() throws Exception {
    cache.meanwhile = Optional.of(token("fake-of-another", Duration.ofHours(24)));

    assertThat(obtain().value()).isEqualTo("fake-of-another");
    assertThat(asked).containsExactly("check fake-of-another");
    assertThat(cache.over).isTrue();
  }

  @Test
  void another_builds_new_token_spares_the_login_after_a_refusal_too() throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));
    cache.meanwhile = Optional.of(token("fake-of-another", Duration.ofHours(24)));
    verdicts.put("fake-cached", Verdict.refused("400"));

    assertThat(obtain().value()).isEqualTo("fake-of-another");
    assertThat(cache.token.map(CachedToken::value)).hasValue("fake-of-another");
  }

  @Test
  void two_refusals_are_followed_by_one_login_and_no_more() throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));
    cache.meanwhile = Optional.of(token("fake-of-another", Duration.ofHours(24)));
    verdicts.put("fake-cached", Verdict.refused("400"));
    verdicts.put("fake-of-another", Verdict.refused("400"));
    verdicts.put("fake-from-login", Verdict.refused("400"));

    assertThatThrownBy(this::obtain).hasMessageContaining("had just given");
    assertThat(asked)
        .containsExactly(
            "check fake-cached", "check fake-of-another", "login", "check fake-from-login");
    assertThat(cache.token).isEmpty();
  }

  @Test
  void the_wait_is_not_over_for_the_very_token_that_was_refused() throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));
    verdicts.put("fake-cached", Verdict.refused("400"));

    obtain();

    assertThat(cache.over).isFalse();
  }

  @Test
  void when_the_answer_is_unknown_lenient_uses_it_and_strict_keeps_it() throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));
    verdicts.put("fake-cached", Verdict.unknown("503."));

    assertThat(obtain().value()).isEqualTo("fake-cached");
    assertThat(warnings)
        .containsExactly(
            "Took the token of m…@example.com at "
                + ApiUrl.DEFAULT
                + " from the cache, but could not confirm the token: 503. Using it unconfirmed.");
    assertThatThrownBy(() -> obtain(Verification.STRICT, true))
        .isInstanceOf(ServiceException.class);
    assertThat(cache.token).isPresent();
    assertThat(asked).doesNotContain("login");
  }

  @Test
  void a_new_one_that_could_not_be_confirmed_is_kept_even_if_strict_fails() {
    verdicts.put("fake-from-login", Verdict.unknown("503."));

    assertThatThrownBy(() -> obtain(Verification.STRICT, true))
        .isInstanceOf(ServiceException.class);
    assertThat(cache.token.map(CachedToken::value)).hasValue("fake-from-login");
  }

  @ParameterizedTest
  @EnumSource(names = {"LENIENT", "OFF"})
  void one_that_soon_ends_is_used_when_the_login_gets_no_answer(Verification verification)
      throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofMinutes(1)));
    loginFailure = Optional.of(ServiceException.passing("no answer came."));

    assertThat(obtain(verification, true).value()).isEqualTo("fake-cached");
    assertThat(warnings)
        .containsExactly(
            "no answer came. Using the cached token, which ends at 2026-11-24T12:01:00Z.");
  }

  @Test
  void but_not_if_it_has_to_be_confirmed_or_the_answer_was_one() {
    cache.token = Optional.of(token("fake-cached", Duration.ofMinutes(1)));
    loginFailure = Optional.of(ServiceException.passing("no answer came."));
    assertThatThrownBy(() -> obtain(Verification.STRICT, true)).hasMessage("no answer came.");

    loginFailure = Optional.of(new ServiceException("a wrong answer came."));
    assertThatThrownBy(this::obtain).hasMessage("a wrong answer came.");
    assertThat(cache.token).isPresent();
  }

  @Test
  void nor_if_it_ended_while_the_login_was_tried() {
    cache.token = Optional.of(token("fake-cached", Duration.ofMinutes(1)));
    loginFailure = Optional.of(ServiceException.passing("no answer came."));
    loginTakes = Duration.ofMinutes(1);

    assertThatThrownBy(this::obtain).hasMessage("no answer came.");
  }

  @Test
  void without_credentials_one_that_is_fresh_is_enough() throws Exception {
    cache.token = Optional.of(token("fake-cached", Duration.ofHours(3)));

    assertThat(obtain(Verification.LENIENT, false).value()).isEqualTo("fake-cached");

    verdicts.put("fake-cached", Verdict.refused("400"));
    assertThatThrownBy(() -> obtain(Verification.LENIENT, false))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("no credentials");
    assertThat(cache.token).isEmpty();
    assertThat(cache.turns).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"me@example.com", ""})
  void it_never_prints(String email) {
    assertThat(token("fake-cached", Duration.ofHours(3)))
        .hasToString(
            "CachedToken[issuedAt=2026-11-24T11:00:00Z, expiresAt=2026-11-24T15:00:00Z,"
                + " verifiedAt=never]");
    assertThat(new Account(ApiUrl.DEFAULT, email).toString())
        .isEqualTo(
            (email.isEmpty() ? "the account that was typed" : "m…@example.com")
                + " at "
                + ApiUrl.DEFAULT);
  }

  @Test
  void a_build_without_a_cache_keeps_nothing() {
    TokenCache.NONE.keep(ACCOUNT, token("fake-cached", Duration.ofHours(3)));

    assertThat(TokenCache.NONE.find(ACCOUNT)).isEmpty();
    assertThat(TokenCache.NONE.forget(ACCOUNT)).isFalse();
    assertThat(TokenCache.NONE.forgetAll()).isFalse();
  }

  @Test
  void without_credentials_one_that_soon_ends_is_not_called_refused() {
    cache.token = Optional.of(token("fake-cached", Duration.ofMinutes(1)));

    assertThatThrownBy(() -> obtain(Verification.LENIENT, false))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("has ended, or is about to, and there are no credentials");
    assertThat(asked).isEmpty();
    assertThat(cache.token).isPresent();
  }

  /** What the field says by now. */
  private final class MovingClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }
  }

  private final class FakeApi implements AuthApi {
    private final Deque<String> logins = new ArrayDeque<>(Set.of("fake-from-login"));

    @Override
    public String login(Credentials credentials) throws ServiceException {
      asked.add("login");
      clock = Clock.offset(clock, loginTakes);
      if (loginFailure.isPresent()) {
        throw loginFailure.get();
      }
      return logins.pop();
    }

    @Override
    public Verdict check(String token) {
      asked.add("check " + token);
      return verdicts.getOrDefault(token, Verdict.accepted());
    }

    @Override
    public Duration timeLeft() {
      return Duration.ofSeconds(120);
    }

    @Override
    public void close() {}
  }
}
