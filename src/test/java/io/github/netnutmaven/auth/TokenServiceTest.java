package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ladder does with provided tokens and logins, without a cached token. */
class TokenServiceTest extends Ladder {
  private void provide() {
    provided = () -> Optional.of(new ProvidedToken("fake-provided", "NETNUT_TOKEN"));
  }

  @Test
  void logs_in_and_has_the_token_confirmed() throws Exception {
    var token = obtain();

    assertThat(asked).containsExactly("login", "check fake-from-login");
    assertThat(token.value()).isEqualTo("fake-from-login");
    assertThat(token.source()).isEqualTo(AccessToken.Source.LOGIN);
    assertThat(token.expiresAt()).isEqualTo(NOW.plus(CustomersApi.LIFETIME));
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_token_expires_when_it_says_so() throws Exception {
    expiry = Optional.of(NOW.plusSeconds(1));

    assertThat(obtain().expiresAt()).isEqualTo(expiry.orElseThrow());
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

  @Test
  void when_the_answer_is_unknown_lenient_warns_and_strict_fails() throws Exception {
    verdict = Verdict.unknown("the service is in trouble (503).");

    for (var token : List.of("fake-from-login", "fake-provided")) {
      verification = Verification.LENIENT;
      assertThat(obtain().value()).isEqualTo(token);
      assertThat(warnings).singleElement().asString().contains("(503)").contains("unconfirmed");

      cache.token = Optional.empty();
      verification = Verification.STRICT;
      assertThatThrownBy(this::obtain)
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("could not confirm");
      warnings.clear();
      provide();
    }
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
    var service = service(new FakeApi(), cache);

    assertThatThrownBy(() -> obtain(service)).hasMessage("not safe");
    assertThat(asked).isEmpty();
  }

  @Test
  void the_password_is_not_read_offline_or_for_an_address_that_is_not_safe() {
    source =
        new AccountSource() {
          @Override
          public String email() {
            return "me@example.com";
          }

          @Override
          public Credentials credentials(Deadline deadline) {
            throw new AssertionError("The password was read.");
          }

          @Override
          public String passwordStorage() {
            return "in a test";
          }
        };
    isSafe = false;
    assertThatThrownBy(this::obtain).hasMessage("not safe");

    isSafe = true;
    isOnline = false;
    assertThatThrownBy(this::obtain).hasMessage("offline");
  }

  @Test
  void no_value_prints_its_secret() {
    assertThat(new Credentials("me@example.com", "fake-password", "here"))
        .hasToString("Credentials[m***@example.com]");
    assertThat(new ProvidedToken("fake-provided", "NETNUT_TOKEN"))
        .hasToString("ProvidedToken[NETNUT_TOKEN]");
    assertThat(cached("fake-cached", Duration.ofHours(3)))
        .hasToString("AccessToken[source=cache, expiresAt=2026-11-24T15:00:00Z]");
    assertThat(ACCOUNT).hasToString("m***@example.com at " + ApiUrl.DEFAULT);
    assertThat(new Account(ApiUrl.DEFAULT, null))
        .hasToString("the account that was typed at " + ApiUrl.DEFAULT);
  }

  @Test
  void offline_there_is_no_login_and_every_answer_is_unknown() {
    try (var api = offlineApi("a test")) {
      assertThat(api.check("fake-token").kind()).isEqualTo(Verdict.Kind.UNKNOWN);
      assertThatThrownBy(
              () -> api.login(new Credentials("me@example.com", "fake-password", "a test")))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("-o");
    }
  }

  @Test
  void offline_a_token_is_not_passed_on_for_an_address_that_is_not_trusted() {
    provided = () -> Optional.of(new ProvidedToken("fake-provided", "NETNUT_TOKEN"));

    assertThatThrownBy(() -> obtain(service(offlineApi(null), cache)))
        .hasMessageContaining("is not one that you trust");
  }
}
