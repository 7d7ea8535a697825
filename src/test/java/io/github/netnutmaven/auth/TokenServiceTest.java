package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.FixedAccount;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ladder does with provided tokens and logins, without a cached token. */
class TokenServiceTest extends Ladder {
  @Test
  void logs_in_and_keeps_the_confirmed_token_with_the_times_of_its_login() throws Exception {
    var token = obtain();

    assertThat(token)
        .isEqualTo(
            new AccessToken(
                "fake-from-login",
                AccessToken.Source.LOGIN,
                NOW,
                NOW.plus(CustomersApi.LIFETIME),
                NOW,
                null));
    assertThat(cache.token).hasValue(token);
    assertThat(asked).containsExactly("login", "check fake-from-login");
    assertThat(cache.turns).isOne();
    assertThat(cache.patience).isEqualTo(Duration.ofSeconds(60));
    assertThat(cache.ended).isTrue();
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_new_token_that_has_already_expired_points_to_a_wrong_clock() {
    expiry = Optional.of(NOW);

    assertThatThrownBy(this::obtain)
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("clock");
    assertThat(asked).containsExactly("login");
  }

  @Test
  void verify_off_asks_about_no_token() throws Exception {
    verdict = Verdict.refused("400");
    verification = Verification.OFF;
    obtain();
    assertThat(noted()).isEmpty();
    obtain();
    provide();
    obtain();

    assertThat(asked).containsExactly("login");
  }

  @ParameterizedTest
  @EnumSource(names = {"LENIENT", "STRICT"})
  void a_new_token_that_is_refused_fails_and_no_second_login_is_tried(Verification strictness) {
    verification = strictness;
    verdict = Verdict.refused("400");

    assertThatThrownBy(this::obtain)
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("refused the token that it had just issued (400)");
    assertThat(asked).containsExactly("login", "check fake-from-login");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fake-from-login", "fake-provided", "fake-cached"})
  void when_the_answer_is_unknown_lenient_warns_strict_fails_and_the_token_stays(String value)
      throws Exception {
    verdict = Verdict.unknown("the service is in trouble (503).");
    switch (value) {
      case "fake-provided" -> provide();
      case "fake-cached" -> cached(Duration.ofHours(3));
      default -> {}
    }

    assertThat(obtain().value()).isEqualTo(value);
    assertThat(warnings).singleElement().asString().endsWith("(503). Using it unconfirmed.");
    verification = Verification.STRICT;
    assertThatThrownBy(this::obtain)
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("could not confirm");
    assertThat(asked).filteredOn("login"::equals).hasSize(value.contains("login") ? 1 : 0);
    assertThat(kept().orElse("fake-provided")).isEqualTo(value);
    assertThat(noted()).isEmpty();
  }

  @Test
  void a_provided_token_is_used_before_a_login() throws Exception {
    provide();

    var token = obtain();

    assertThat(asked).containsExactly("check fake-provided");
    assertThat(token.source()).isEqualTo(AccessToken.Source.ENVIRONMENT);
    assertThat(token.expiresAt()).isNull();
  }

  @Test
  void a_refused_provided_token_is_replaced_by_a_login_if_there_are_credentials() {
    provide();
    verdict = Verdict.refused("400");

    assertThatThrownBy(this::obtain).hasMessageContaining("had just issued");
    assertThat(asked).containsExactly("check fake-provided", "login", "check fake-from-login");
    assertThat(warnings)
        .containsExactly(
            "The token from NETNUT_TOKEN was refused by "
                + ApiUrl.DEFAULT
                + " (400): using the account m***@example.com instead.");
  }

  @Test
  void a_refused_provided_token_without_credentials_is_a_mistake_of_the_user() {
    provide();
    source = null;
    verdict = Verdict.refused("400");

    assertThatThrownBy(this::obtain)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_TOKEN was refused")
        .hasMessageContaining("no credentials");
    assertThat(asked).containsExactly("check fake-provided");
  }

  @Test
  void the_api_is_not_asked_about_an_expired_provided_token() {
    provide();
    source = null;
    expiry = Optional.of(NOW);

    assertThatThrownBy(this::obtain)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_TOKEN expired at 2026-11-24T12:00:00Z");
    assertThat(asked).isEmpty();
  }

  @Test
  void no_token_is_obtained_at_an_address_that_is_not_safe() {
    isSafe = false;
    provide();

    assertThatThrownBy(this::obtain).hasMessage("not safe");
    assertThat(asked).isEmpty();
  }

  @Test
  void the_password_is_not_read_offline_or_for_an_address_that_is_not_safe() {
    source =
        new FixedAccount("me@example.com", "fake-password") {
          @Override
          public Credentials credentials(Deadline deadline) {
            throw new AssertionError("The password was read.");
          }
        };
    isOnline = false;
    assertThatThrownBy(this::obtain).hasMessage("offline");

    isSafe = false;
    assertThatThrownBy(this::obtain).hasMessage("not safe");
  }

  @Test
  void no_value_prints_its_secret() {
    assertThat(new Credentials("me@example.com", "fake-password", "here"))
        .hasToString("Credentials[m***@example.com]");
    assertThat(new ProvidedToken("fake-provided", "NETNUT_TOKEN"))
        .hasToString("ProvidedToken[NETNUT_TOKEN]");
    assertThat(ACCOUNT).hasToString("m***@example.com at " + ApiUrl.DEFAULT);
    assertThat(new Account(ApiUrl.DEFAULT, null))
        .hasToString("the account that was typed at " + ApiUrl.DEFAULT);
  }
}
