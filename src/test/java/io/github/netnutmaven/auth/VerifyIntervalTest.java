package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.FixedAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For how long a confirmation of a cached token counts. */
class VerifyIntervalTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final Optional<ProvidedToken> NOTHING = Optional.empty();

  private final List<String> asked = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final FakeCache cache = new FakeCache();
  private Verdict verdict = Verdict.accepted();
  private Instant now = NOW;
  private Duration checkTakes = Duration.ZERO;
  private Runnable whileAsked = () -> {};

  private AccessToken obtain(
      AuthApi api, Requirements required, Optional<ProvidedToken> providedToken)
      throws AuthException {
    return new TokenService(
            api, cache, required, token -> Optional.empty(), new TestClock(), warnings::add)
        .obtain(
            ACCOUNT,
            providedToken,
            Optional.of(new FixedAccount("me@example.com", "fake-password")));
  }

  private AccessToken obtain(Verification verification) throws AuthException {
    return obtain(new FakeApi(), required(verification, INTERVAL), NOTHING);
  }

  private AccessToken obtain() throws AuthException {
    return obtain(Verification.LENIENT);
  }

  private static Requirements required(Verification verification, Duration interval) {
    return new Requirements(verification, interval, Duration.ofMinutes(5));
  }

  private static CachedToken token(Optional<Instant> verifiedAt) {
    return new CachedToken(
        "fake-cached", NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(3)), verifiedAt);
  }

  private void cachedAndConfirmed(Duration ago) {
    cache.token = Optional.of(token(Optional.of(NOW.minus(ago))));
  }

  private Optional<Instant> noted() {
    return cache.token.flatMap(CachedToken::verifiedAt);
  }

  @ParameterizedTest
  @CsvSource({
    "0, false",
    "1, false",
    "299999, false",
    "300000, true",
    "300001, true",
    "-1, true",
    "-86400000, true"
  })
  void a_confirmation_counts_until_the_interval_is_over_and_never_before_its_time(
      long millisAgo, boolean isAsked) throws Exception {
    cachedAndConfirmed(Duration.ofMillis(millisAgo));

    assertThat(obtain().value()).isEqualTo("fake-cached");
    assertThat(asked).hasSize(isAsked ? 1 : 0);
  }

  @Test
  void within_the_interval_the_token_comes_with_the_time_of_its_confirmation() throws Exception {
    cachedAndConfirmed(Duration.ofMinutes(2));

    var token = obtain();

    assertThat(token.source()).isEqualTo("cache");
    assertThat(token.verifiedAt()).hasValue(NOW.minus(Duration.ofMinutes(2)));
    assertThat(cache.turns).isZero();
    assertThat(warnings).isEmpty();
  }

  @Test
  void an_interval_of_zero_asks_even_about_a_token_that_was_confirmed_at_this_instant()
      throws Exception {
    cachedAndConfirmed(Duration.ZERO);

    obtain(new FakeApi(), required(Verification.LENIENT, Duration.ZERO), NOTHING);

    assertThat(asked).containsExactly("check fake-cached");
  }

  @Test
  void a_token_that_was_never_confirmed_is_asked_about_once_in_an_interval() throws Exception {
    cache.token = Optional.of(token(Optional.empty()));

    assertThat(obtain().verifiedAt()).hasValue(NOW);
    now = NOW.plus(INTERVAL).minusMillis(1);
    assertThat(obtain().verifiedAt()).hasValue(NOW);
    assertThat(asked).containsExactly("check fake-cached");
    now = NOW.plus(INTERVAL);
    obtain();

    assertThat(asked).containsExactly("check fake-cached", "check fake-cached");
    assertThat(noted()).hasValue(now);
  }

  @Test
  void the_interval_begins_when_the_question_is_asked_not_when_the_answer_comes() throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));
    checkTakes = Duration.ofSeconds(20);

    obtain();

    assertThat(noted()).hasValue(NOW);
  }

  @Test
  void a_clock_that_is_set_forth_or_back_leads_to_a_question_and_no_more() throws Exception {
    cachedAndConfirmed(Duration.ofMinutes(1));
    now = NOW.plus(Duration.ofHours(1));
    obtain();
    assertThat(asked).hasSize(1);

    now = NOW;
    obtain();
    assertThat(asked).hasSize(2);
    assertThat(noted()).hasValue(NOW);
    obtain();
    assertThat(asked).hasSize(2);
  }

  @Test
  void an_unknown_answer_leaves_the_time_of_the_last_confirmation() throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));
    verdict = Verdict.unknown("503.");

    assertThat(obtain().verifiedAt()).hasValue(NOW.minus(Duration.ofHours(1)));
    assertThat(warnings).singleElement().asString().contains("Using it unconfirmed");
    assertThatThrownBy(() -> obtain(Verification.STRICT)).isInstanceOf(ServiceException.class);
    assertThat(noted()).hasValue(NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void strict_takes_a_confirmation_within_the_interval_for_an_answer() throws Exception {
    cachedAndConfirmed(Duration.ofMinutes(2));
    verdict = Verdict.unknown("503.");

    assertThat(obtain(Verification.STRICT).value()).isEqualTo("fake-cached");
    assertThat(asked).isEmpty();
  }

  @Test
  void off_asks_nobody_and_notes_no_confirmation_that_never_was() throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));

    obtain(Verification.OFF);
    assertThat(noted()).hasValue(NOW.minus(Duration.ofHours(1)));
    cache.token = Optional.empty();
    obtain(Verification.OFF);

    assertThat(asked).containsExactly("login");
    assertThat(noted()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LENIENT", "STRICT"})
  void a_new_token_is_confirmed_and_the_next_build_need_not_ask(Verification verification)
      throws Exception {
    obtain(verification);
    now = NOW.plus(INTERVAL).minusMillis(1);
    obtain(verification);

    assertThat(asked).containsExactly("login", "check fake-from-login");
  }

  @Test
  void a_new_token_without_an_answer_is_kept_as_never_confirmed() throws Exception {
    verdict = Verdict.unknown("503.");
    obtain();

    assertThat(cache.token).isPresent();
    assertThat(noted()).isEmpty();
  }

  @Test
  void a_token_that_was_handed_over_is_asked_about_whatever_the_cache_says() throws Exception {
    cachedAndConfirmed(Duration.ZERO);

    obtain(
        new FakeApi(),
        required(Verification.LENIENT, INTERVAL),
        Optional.of(new ProvidedToken("fake-cached", "NETNUT_TOKEN")));

    assertThat(asked).containsExactly("check fake-cached");
  }

  @Test
  void another_builds_new_token_has_been_confirmed_and_is_not_asked_about() throws Exception {
    cache.meanwhile = Optional.of(token(Optional.of(NOW)));

    assertThat(obtain().value()).isEqualTo("fake-cached");
    assertThat(asked).isEmpty();
  }

  @Test
  void one_with_less_left_than_is_asked_for_is_replaced_though_it_was_just_confirmed()
      throws Exception {
    cache.token =
        Optional.of(
            new CachedToken("fake-cached", NOW, NOW.plus(Duration.ofMinutes(4)), Optional.of(NOW)));

    assertThat(obtain().value()).isEqualTo("fake-from-login");
  }

  @Test
  void offline_a_confirmation_within_the_interval_needs_no_warning() throws Exception {
    cachedAndConfirmed(INTERVAL.minusMillis(1));
    try (var offline = new OfflineApi(ApiUrl.DEFAULT)) {
      obtain(offline, required(Verification.STRICT, INTERVAL), NOTHING);
      assertThat(warnings).isEmpty();

      cachedAndConfirmed(INTERVAL);
      obtain(offline, required(Verification.LENIENT, INTERVAL), NOTHING);
      assertThat(warnings).singleElement().asString().contains("Maven is offline");
    }
  }

  @Test
  void a_confirmation_is_lost_when_another_token_has_come_meanwhile() throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));
    var other = new CachedToken("fake-of-another", NOW, NOW.plus(Duration.ofHours(24)));
    whileAsked = () -> cache.token = Optional.of(other);

    assertThat(obtain().value()).isEqualTo("fake-cached");
    assertThat(cache.token).hasValue(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fake-cached", "fake-of-another"})
  void a_checks_confirmation_is_noted_for_the_token_in_the_cache_alone(String checked)
      throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));

    assertThat(check(checked).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(noted())
        .hasValue(checked.equals("fake-cached") ? NOW : NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void a_check_asks_within_the_interval_too() throws Exception {
    cachedAndConfirmed(Duration.ZERO);

    check("fake-cached");

    assertThat(asked).containsExactly("check fake-cached");
  }

  @Test
  void a_token_that_a_check_hears_refused_is_removed() throws Exception {
    cachedAndConfirmed(Duration.ZERO);
    verdict = Verdict.refused("400");

    check("fake-of-another");
    assertThat(cache.token).isPresent();
    check("fake-cached");

    assertThat(cache.token).isEmpty();
    assertThat(cache.ended).isTrue();
  }

  @Test
  void a_new_token_that_comes_before_the_refused_one_is_removed_stays() throws Exception {
    cachedAndConfirmed(Duration.ZERO);
    verdict = Verdict.refused("400");
    cache.meanwhile =
        Optional.of(new CachedToken("fake-of-another", NOW, NOW.plus(Duration.ofHours(24))));

    check("fake-cached");

    assertThat(cache.token).isEqualTo(cache.meanwhile);
  }

  @Test
  void a_check_without_an_answer_leaves_the_cache_as_it_is() throws Exception {
    cachedAndConfirmed(Duration.ofMinutes(1));
    verdict = Verdict.unknown("503.");
    var before = cache.token;

    check("fake-cached");

    assertThat(cache.token).isEqualTo(before);
  }

  @Test
  void a_check_without_a_cache_only_asks() throws Exception {
    new TokenCheck(new FakeApi(), TokenCache.NONE, new TestClock()).ask(ACCOUNT, "fake-token");

    assertThat(asked).containsExactly("check fake-token");
  }

  private Verdict check(String token) throws AuthException {
    return new TokenCheck(new FakeApi(), cache, new TestClock()).ask(ACCOUNT, token);
  }

  /** What the field says by now. */
  private final class TestClock extends Clock {
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
      return now;
    }
  }

  private final class FakeApi implements AuthApi {
    @Override
    public String login(Credentials credentials) {
      asked.add("login");
      return "fake-from-login";
    }

    @Override
    public Verdict check(String token) {
      asked.add("check " + token);
      now = now.plus(checkTakes);
      whileAsked.run();
      return verdict;
    }

    @Override
    public Duration timeLeft() {
      return Duration.ofSeconds(120);
    }

    @Override
    public void close() {}
  }
}
