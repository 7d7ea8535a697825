package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** For how long a confirmation of a cached token counts. */
class VerifyIntervalTest extends Ladder {
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
  void a_token_used_within_the_interval_has_the_time_of_its_confirmation() throws Exception {
    cachedAndConfirmed(Duration.ofMinutes(2));

    var token = obtain();

    assertThat(token.source()).isEqualTo(AccessToken.Source.CACHE);
    assertThat(token.verifiedAt()).isEqualTo(NOW.minus(Duration.ofMinutes(2)));
    assertThat(cache.turns).isZero();
    assertThat(warnings).isEmpty();
  }

  @Test
  void an_interval_of_zero_asks_even_about_a_token_that_was_confirmed_at_this_instant()
      throws Exception {
    cachedAndConfirmed(Duration.ZERO);
    interval = Duration.ZERO;

    obtain();

    assertThat(asked).containsExactly("check fake-cached");
  }

  @Test
  void the_interval_begins_when_the_question_is_asked_not_when_the_answer_comes() throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));
    checkTakes = Duration.ofSeconds(20);

    obtain();

    assertThat(noted()).hasValue(NOW);
  }

  @Test
  void a_changed_clock_costs_one_question_only() throws Exception {
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

    assertThat(obtain().verifiedAt()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    assertThat(warnings).singleElement().asString().contains("Using it unconfirmed");
    verification = Verification.STRICT;
    assertThatThrownBy(this::obtain).isInstanceOf(ServiceException.class);
    assertThat(noted()).hasValue(NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void verify_off_asks_nobody_and_notes_no_confirmation() throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));
    verification = Verification.OFF;

    obtain();
    assertThat(noted()).hasValue(NOW.minus(Duration.ofHours(1)));
    cache.token = Optional.empty();
    obtain();

    assertThat(asked).containsExactly("login");
    assertThat(noted()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LENIENT", "STRICT"})
  void a_new_token_is_confirmed_so_the_next_build_does_not_ask(Verification strictness)
      throws Exception {
    verification = strictness;
    obtain();
    now = NOW.plus(INTERVAL).minusMillis(1);
    obtain();

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
  void a_provided_token_is_asked_about_whatever_the_cache_says() throws Exception {
    cachedAndConfirmed(Duration.ZERO);

    provided = () -> Optional.of(new ProvidedToken("fake-cached", "NETNUT_TOKEN"));
    obtain();

    assertThat(asked).containsExactly("check fake-cached");
  }

  @Test
  void offline_a_confirmation_within_the_interval_needs_no_warning() throws Exception {
    cachedAndConfirmed(INTERVAL.minusMillis(1));
    try (var offline = offlineApi("a test")) {
      verification = Verification.STRICT;
      obtain(service(offline, cache));
      assertThat(warnings).isEmpty();

      verification = Verification.LENIENT;
      cachedAndConfirmed(INTERVAL);
      obtain(service(offline, cache));
      assertThat(warnings).singleElement().asString().contains("Maven is offline");
    }
  }
}
