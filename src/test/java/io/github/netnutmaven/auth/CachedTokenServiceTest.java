package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ladder does with a cached token, if every build asks the API. */
class CachedTokenServiceTest extends Ladder {
  @BeforeEach
  void every_build_asks() {
    interval = Duration.ZERO;
  }

  @Test
  void a_fresh_cached_token_is_confirmed_and_used() throws Exception {
    cached(Duration.ofHours(3));

    var token = obtain();

    assertThat(token.value()).isEqualTo("fake-cached");
    assertThat(token.source()).isEqualTo(AccessToken.Source.CACHE);
    assertThat(token.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(3)));
    assertThat(asked).containsExactly("check fake-cached");
    assertThat(cache.turns).isZero();
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_new_token_is_kept_with_the_times_of_its_login() throws Exception {
    obtain();

    assertThat(cache.token)
        .hasValue(
            new AccessToken(
                "fake-from-login",
                AccessToken.Source.LOGIN,
                NOW,
                NOW.plus(CustomersApi.LIFETIME),
                NOW,
                null));
    assertThat(cache.turns).isOne();
    assertThat(cache.patience).isEqualTo(Duration.ofSeconds(60));
    assertThat(cache.ended).isTrue();
  }

  @Test
  void the_token_of_a_typed_account_is_kept_with_the_shortened_email() throws Exception {
    account = new Account(ApiUrl.DEFAULT, null);

    assertThat(obtain().owner()).isEqualTo("m***@example.com");
    assertThat(cache.token.map(AccessToken::owner)).hasValue("m***@example.com");
    assertThat(obtain().owner()).isEqualTo("m***@example.com");
  }

  @ParameterizedTest
  @CsvSource({"300000, true", "299999, false", "300001, true", "1, false"})
  void a_cached_token_that_expires_within_minValidity_is_replaced(long millisLeft, boolean used)
      throws Exception {
    cached(Duration.ofMillis(millisLeft));

    assertThat(obtain().value()).isEqualTo(used ? "fake-cached" : "fake-from-login");
    assertThat(cache.token.map(AccessToken::value))
        .hasValue(used ? "fake-cached" : "fake-from-login");
  }

  @ParameterizedTest
  @CsvSource({"300001, 0", "299999, 1"})
  void a_new_token_that_expires_within_minValidity_is_used_with_a_warning(
      long millis, int warningCount) throws Exception {
    expiry = Optional.of(NOW.plusMillis(millis));

    assertThat(obtain().value()).isEqualTo("fake-from-login");
    assertThat(warnings).hasSize(warningCount);
    assertThat(warnings).allMatch(line -> line.contains("every build logs in"));
  }

  @Test
  void without_a_cache_no_build_is_told_to_set_a_shorter_minValidity() throws Exception {
    expiry = Optional.of(NOW.plusMillis(1));

    assertThat(obtain(service(new FakeApi(), TokenCache.none())).orElseThrow().token().value())
        .isEqualTo("fake-from-login");
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_refused_cached_token_is_dropped_and_one_login_follows() throws Exception {
    cached(Duration.ofHours(3));
    refuse("fake-cached");

    assertThat(obtain().value()).isEqualTo("fake-from-login");
    assertThat(asked).containsExactly("check fake-cached", "login", "check fake-from-login");
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_refused_cached_token_is_dropped_even_if_the_login_fails() {
    cached(Duration.ofHours(3));
    refuse("fake-cached");
    loginFailure = Optional.of(ServiceException.transientFailure("no answer came."));

    assertThatThrownBy(this::obtain).hasMessage("no answer came.");
    assertThat(cache.token).isEmpty();
    assertThat(cache.ended).isTrue();
  }

  private void cachedSince(Instant issued) {
    cache.token =
        Optional.of(
            new AccessToken(
                "fake-cached",
                AccessToken.Source.CACHE,
                issued,
                NOW.plus(Duration.ofHours(3)),
                null,
                null));
  }

  @Test
  void a_refusal_soon_after_the_login_warns_of_another_machine() throws Exception {
    cachedSince(NOW.minus(Duration.ofMinutes(10)).plusMillis(1));
    refuse("fake-cached");

    obtain();

    assertThat(warnings).singleElement().asString().contains("another machine");
  }

  @Test
  void a_refusal_by_a_restarted_sandbox_blames_no_other_machine() throws Exception {
    account = new Account(ApiUrl.parse("http://127.0.0.1:8080/v1"), "me@example.com");
    cachedSince(NOW.minus(Duration.ofMinutes(1)));
    refuse("fake-cached");

    obtain();

    assertThat(warnings).isEmpty();
  }

  @Test
  void another_builds_new_token_replaces_a_login() throws Exception {
    cache.meanwhile = Optional.of(cached("fake-of-another", Duration.ofHours(24)));

    assertThat(obtain().value()).isEqualTo("fake-of-another");
    assertThat(asked).containsExactly("check fake-of-another");
    assertThat(cache.over).isTrue();
  }

  @Test
  void another_builds_new_token_replaces_a_login_after_a_refusal() throws Exception {
    cached(Duration.ofHours(3));
    cache.meanwhile = Optional.of(cached("fake-of-another", Duration.ofHours(24)));
    refuse("fake-cached");

    assertThat(obtain().value()).isEqualTo("fake-of-another");
    assertThat(cache.token.map(AccessToken::value)).hasValue("fake-of-another");
  }

  @Test
  void two_refusals_are_followed_by_one_login_and_no_more() throws Exception {
    cached(Duration.ofHours(3));
    cache.meanwhile = Optional.of(cached("fake-of-another", Duration.ofHours(24)));
    refuse("fake-cached");
    refuse("fake-of-another");
    refuse("fake-from-login");

    assertThatThrownBy(this::obtain).hasMessageContaining("had just issued");
    assertThat(asked)
        .containsExactly(
            "check fake-cached", "check fake-of-another", "login", "check fake-from-login");
    assertThat(cache.token).isEmpty();
  }

  @Test
  void the_refused_token_itself_does_not_end_the_wait() throws Exception {
    cached(Duration.ofHours(3));
    refuse("fake-cached");

    obtain();

    assertThat(cache.over).isFalse();
  }

  @Test
  void an_unknown_answer_keeps_the_cached_token_which_only_lenient_uses() throws Exception {
    cached(Duration.ofHours(3));
    verdicts.put("fake-cached", Verdict.unknown("503."));

    assertThat(obtain().value()).isEqualTo("fake-cached");
    assertThat(warnings)
        .containsExactly(
            "Took the token of m***@example.com at "
                + ApiUrl.DEFAULT
                + " from the cache, but could not confirm the token: 503. Using it unconfirmed.");
    verification = Verification.STRICT;
    assertThatThrownBy(this::obtain).isInstanceOf(ServiceException.class);
    assertThat(cache.token).isPresent();
    assertThat(asked).doesNotContain("login");
  }

  @Test
  void a_new_token_without_confirmation_is_kept_even_if_strict_fails() {
    verdicts.put("fake-from-login", Verdict.unknown("503."));
    verification = Verification.STRICT;

    assertThatThrownBy(this::obtain).isInstanceOf(ServiceException.class);
    assertThat(cache.token.map(AccessToken::value)).hasValue("fake-from-login");
  }

  @ParameterizedTest
  @EnumSource(names = {"LENIENT", "OFF"})
  void a_cached_token_that_expires_soon_is_used_when_the_login_gets_no_answer(
      Verification strictness) throws Exception {
    verification = strictness;
    cached(Duration.ofMinutes(1));
    loginFailure = Optional.of(ServiceException.transientFailure("no answer came."));

    assertThat(obtain().value()).isEqualTo("fake-cached");
    assertThat(warnings)
        .containsExactly(
            "no answer came. Using the cached token, which expires at 2026-11-24T12:01:00Z.");
  }

  @Test
  void a_cached_token_that_expires_soon_is_not_used_under_strict_or_after_a_wrong_answer() {
    cached(Duration.ofMinutes(1));
    loginFailure = Optional.of(ServiceException.transientFailure("no answer came."));
    verification = Verification.STRICT;
    assertThatThrownBy(this::obtain).hasMessage("no answer came.");

    verification = Verification.LENIENT;
    loginFailure = Optional.of(new ServiceException("a wrong answer came."));
    assertThatThrownBy(this::obtain).hasMessage("a wrong answer came.");
    assertThat(cache.token).isPresent();
  }

  @Test
  void a_cached_token_that_expires_during_the_login_is_not_used() {
    cached(Duration.ofMinutes(1));
    loginFailure = Optional.of(ServiceException.transientFailure("no answer came."));
    loginTakes = Duration.ofMinutes(1);

    assertThatThrownBy(this::obtain).hasMessage("no answer came.");
  }

  @Test
  void a_fresh_cached_token_needs_no_credentials() throws Exception {
    cached(Duration.ofHours(3));
    source = null;

    assertThat(obtain().value()).isEqualTo("fake-cached");

    refuse("fake-cached");
    assertThatThrownBy(this::obtain)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("no credentials");
    assertThat(cache.token).isEmpty();
    assertThat(cache.turns).isZero();
  }

  @Test
  void no_cache_keeps_nothing() {
    TokenCache.none().keep(ACCOUNT, cached("fake-cached", Duration.ofHours(3)));

    assertThat(TokenCache.none().find(ACCOUNT)).isEmpty();
    assertThat(TokenCache.none().forget(ACCOUNT)).isFalse();
    assertThat(TokenCache.none().forgetAll()).isFalse();
  }

  @Test
  void without_credentials_a_token_that_expires_soon_is_not_used() throws Exception {
    cached(Duration.ofMinutes(1));
    source = null;

    assertThat(obtain(service(new FakeApi(), cache))).isEmpty();
    assertThat(asked).isEmpty();
    assertThat(cache.token).isPresent();
  }
}
