package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ladder does with a cached token, if every build asks the API. */
class CachedTokenServiceTest extends Ladder {
  @BeforeEach
  void every_build_asks() {
    interval = Duration.ZERO;
  }

  @Test
  void a_fresh_cached_token_is_confirmed_and_used() throws Exception {
    cached(Duration.ofHours(3));

    assertThat(obtain()).isEqualTo(cached("fake-cached", Duration.ofHours(3), NOW));
    assertThat(asked).containsExactly("check fake-cached");
    assertThat(cache.turns).isZero();
    assertThat(warnings).isEmpty();
  }

  @Test
  void the_token_of_a_typed_account_is_kept_with_the_shortened_email() throws Exception {
    account = new Account(ApiUrl.DEFAULT, null);

    assertThat(obtain().owner()).isEqualTo("m***@example.com");
    assertThat(obtain().owner()).isEqualTo("m***@example.com");
  }

  @ParameterizedTest
  @CsvSource({"300000, true", "299999, false", "300001, true", "1, false"})
  void a_cached_token_that_expires_within_minValidity_is_replaced(long millisLeft, boolean used)
      throws Exception {
    cached(Duration.ofMillis(millisLeft));

    assertThat(obtain().value()).isEqualTo(used ? "fake-cached" : "fake-from-login");
    assertThat(kept()).hasValue(used ? "fake-cached" : "fake-from-login");
  }

  @ParameterizedTest
  @CsvSource({"300001, true, 0", "299999, true, 1", "299999, false, 0"})
  void a_new_token_that_expires_within_minValidity_is_used_and_if_it_is_kept_with_a_warning(
      long millis, boolean isKept, int warningCount) throws Exception {
    expiry = Optional.of(NOW.plusMillis(millis));

    var token = obtain(service(isKept ? cache : TokenCache.none())).orElseThrow().token();

    assertThat(token.value()).isEqualTo("fake-from-login");
    assertThat(token.expiresAt()).isEqualTo(NOW.plusMillis(millis));
    assertThat(warnings)
        .hasSize(warningCount)
        .allMatch(line -> line.contains("every build logs in"));
  }

  @Test
  void a_refused_cached_token_is_dropped_and_one_login_follows() throws Exception {
    cached(Duration.ofHours(3));
    refuse("fake-cached");

    assertThat(obtain().value()).isEqualTo("fake-from-login");
    assertThat(asked).containsExactly("check fake-cached", "login", "check fake-from-login");
    assertThat(cache.over).as("the refused token itself ends the wait").isFalse();
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

  @ParameterizedTest
  @CsvSource({
    "https://customers-api.netnut.io/v1, 599999, 1",
    "https://customers-api.netnut.io/v1, 600000, 0",
    "http://127.0.0.1:8080/v1, 1, 0",
  })
  void a_refusal_soon_after_the_login_warns_of_another_machine_but_not_of_a_restarted_sandbox(
      String url, long millisAgo, int warningCount) throws Exception {
    account = new Account(ApiUrl.parse(url), "me@example.com");
    cached(Duration.ofHours(3));
    now = NOW.minus(Duration.ofHours(1)).plusMillis(millisAgo);
    refuse("fake-cached");

    obtain();

    assertThat(warnings).hasSize(warningCount).allMatch(line -> line.contains("another machine"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void another_builds_new_token_replaces_a_login(boolean isAfterRefusal) throws Exception {
    cache.meanwhile = Optional.of(cached("fake-of-another", Duration.ofHours(24), null));
    if (isAfterRefusal) {
      cached(Duration.ofHours(3));
      refuse("fake-cached");
    }

    assertThat(obtain().value()).isEqualTo("fake-of-another");
    assertThat(kept()).hasValue("fake-of-another");
    assertThat(asked).doesNotContain("login").endsWith("check fake-of-another");
    assertThat(cache.over).isTrue();
  }

  @Test
  void a_long_wait_for_the_login_of_another_build_is_announced() throws Exception {
    cache.whileWaiting = () -> now = now.plusSeconds(6);

    obtain();

    assertThat(lines)
        .containsExactly(
            "Waiting up to 54 s for another build to log in as m***@example.com at "
                + ApiUrl.DEFAULT
                + ".");
  }

  @Test
  void two_refusals_are_followed_by_one_login_and_no_more() {
    cached(Duration.ofHours(3));
    cache.meanwhile = Optional.of(cached("fake-of-another", Duration.ofHours(24), null));
    verdict = Verdict.refused("400");

    assertThatThrownBy(this::obtain).hasMessageContaining("had just issued");
    assertThat(asked)
        .containsExactly(
            "check fake-cached", "check fake-of-another", "login", "check fake-from-login");
    assertThat(cache.token).isEmpty();
  }

  @Test
  void a_new_token_without_confirmation_is_kept_even_if_strict_fails() {
    verdict = Verdict.unknown("503.");
    verification = Verification.STRICT;

    assertThatThrownBy(this::obtain).isInstanceOf(ServiceException.class);
    assertThat(kept()).hasValue("fake-from-login");
  }

  @ParameterizedTest
  @CsvSource({
    "LENIENT, true, PT59S, true",
    "LENIENT, true, PT60S, false",
    "LENIENT, false, PT0S, false",
    "OFF, true, PT0S, true",
    "STRICT, true, PT0S, false",
  })
  void a_cached_token_that_expires_soon_is_used_only_if_the_login_gets_no_answer_in_time(
      Verification strictness, boolean isTransient, Duration time, boolean used) throws Exception {
    verification = strictness;
    cached(Duration.ofMinutes(1));
    loginFailure =
        Optional.of(
            isTransient
                ? ServiceException.transientFailure("no answer came.")
                : new ServiceException("a wrong answer came."));
    loginTakes = time;

    if (used) {
      assertThat(obtain().value()).isEqualTo("fake-cached");
      assertThat(warnings)
          .containsExactly(
              "no answer came. Using the cached token, which expires at 2026-11-24T12:01:00Z.");
    } else {
      assertThatThrownBy(this::obtain).hasMessage(loginFailure.get().getMessage());
    }
    assertThat(kept()).hasValue("fake-cached");
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
  void without_credentials_a_token_that_expires_soon_is_not_used() throws Exception {
    cached(Duration.ofMinutes(1));
    source = null;

    assertThat(obtain(service(cache))).isEmpty();
    assertThat(asked).isEmpty();
    assertThat(cache.token).isPresent();
  }
}
