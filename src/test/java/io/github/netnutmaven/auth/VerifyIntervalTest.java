package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

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
    "PT5M, 0, false",
    "PT5M, 1, false",
    "PT5M, 299999, false",
    "PT5M, 300000, true",
    "PT5M, 300001, true",
    "PT5M, -1, true",
    "PT5M, -86400000, true",
    "PT0S, 0, true",
  })
  void a_confirmation_counts_until_the_interval_is_over_and_never_before_its_time(
      Duration verifyInterval, long millisAgo, boolean isAsked) throws Exception {
    cachedAndConfirmed(Duration.ofMillis(millisAgo));
    interval = verifyInterval;

    var token = obtain();

    assertThat(token.value()).isEqualTo("fake-cached");
    assertThat(token.verifiedAt()).isEqualTo(isAsked ? NOW : NOW.minusMillis(millisAgo));
    assertThat(asked).hasSize(isAsked ? 1 : 0);
    assertThat(cache.turns).isZero();
    assertThat(warnings).isEmpty();
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
    obtain();
    assertThat(asked).hasSize(2);
    assertThat(noted()).hasValue(NOW);
  }

  @ParameterizedTest
  @EnumSource(names = {"LENIENT", "OFF"})
  void without_an_answer_the_time_of_the_last_confirmation_stays(Verification strictness)
      throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));
    verdict = Verdict.unknown("503.");
    verification = strictness;

    assertThat(obtain().verifiedAt()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    assertThat(noted()).hasValue(NOW.minus(Duration.ofHours(1)));
    assertThat(asked).hasSize(strictness == Verification.OFF ? 0 : 1);
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
  void a_provided_token_is_asked_about_whatever_the_cache_says() throws Exception {
    cachedAndConfirmed(Duration.ZERO);
    provided = () -> Optional.of(new ProvidedToken("fake-cached", "NETNUT_TOKEN"));

    obtain();

    assertThat(asked).containsExactly("check fake-cached");
  }
}
