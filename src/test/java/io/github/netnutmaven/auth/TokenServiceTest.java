package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.FixedAccount;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenServiceTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");
  private static final Optional<ProvidedToken> NOTHING = Optional.empty();
  private static final Optional<ProvidedToken> HANDED_OVER =
      Optional.of(new ProvidedToken("fake-handed-over", "NETNUT_TOKEN"));

  private final List<String> asked = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Verdict verdict = Verdict.accepted();
  private Optional<Instant> end = Optional.empty();

  private AccessToken obtain(
      Optional<ProvidedToken> providedToken, boolean credentials, Verification verification)
      throws AuthException {
    return new TokenService(
            new FakeApi(),
            TokenCache.NONE,
            new Requirements(verification, Duration.ofMinutes(5), Duration.ofMinutes(5)),
            token -> end,
            Clock.fixed(NOW, ZoneOffset.UTC),
            warnings::add)
        .obtain(
            ACCOUNT,
            providedToken,
            credentials
                ? Optional.of(new FixedAccount("me@example.com", "fake-password"))
                : Optional.empty());
  }

  @Test
  void logs_in_and_has_the_token_confirmed() throws Exception {
    var token = obtain(NOTHING, true, Verification.LENIENT);

    assertThat(asked).containsExactly("login", "check fake-from-login");
    assertThat(token.value()).isEqualTo("fake-from-login");
    assertThat(token.source()).isEqualTo("login");
    assertThat(token.expiresAt()).hasValue(NOW.plus(ConfirmedLogin.LIFETIME));
    assertThat(warnings).isEmpty();
  }

  @Test
  void a_token_ends_when_it_says_so() throws Exception {
    end = Optional.of(NOW.plusSeconds(1));

    assertThat(obtain(NOTHING, true, Verification.LENIENT).expiresAt()).isEqualTo(end);
  }

  @Test
  void one_that_has_ended_when_it_comes_is_a_wrong_clock() {
    end = Optional.of(NOW);

    assertThatThrownBy(() -> obtain(NOTHING, true, Verification.LENIENT))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("clock");
    assertThat(asked).containsExactly("login");
  }

  @Test
  void does_not_ask_when_told_not_to() throws Exception {
    verdict = Verdict.refused("400");
    obtain(NOTHING, true, Verification.OFF);
    obtain(HANDED_OVER, false, Verification.OFF);

    assertThat(asked).containsExactly("login");
  }

  @ParameterizedTest
  @EnumSource(names = {"LENIENT", "STRICT"})
  void a_new_token_that_is_refused_fails_and_no_second_login_is_tried(Verification verification) {
    verdict = Verdict.refused("400");

    assertThatThrownBy(() -> obtain(NOTHING, true, verification))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("refused the token that it had just given (400)");
    assertThat(asked).containsExactly("login", "check fake-from-login");
  }

  @Test
  void when_the_answer_is_unknown_lenient_warns_and_strict_fails() throws Exception {
    verdict = Verdict.unknown("the service is in trouble (503).");

    assertThat(obtain(NOTHING, true, Verification.LENIENT).value()).isEqualTo("fake-from-login");
    assertThat(obtain(HANDED_OVER, true, Verification.LENIENT).value())
        .isEqualTo("fake-handed-over");
    assertThat(warnings)
        .hasSize(2)
        .allSatisfy(w -> assertThat(w).contains("(503)").contains("unconfirmed"));
    for (var providedToken : List.of(NOTHING, HANDED_OVER)) {
      assertThatThrownBy(() -> obtain(providedToken, true, Verification.STRICT))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("could not confirm");
    }
  }

  @Test
  void a_token_that_was_handed_over_goes_before_a_login() throws Exception {
    var token = obtain(HANDED_OVER, true, Verification.LENIENT);

    assertThat(asked).containsExactly("check fake-handed-over");
    assertThat(token.source()).isEqualTo("environment");
    assertThat(token.expiresAt()).isEmpty();
  }

  @Test
  void refused_it_is_replaced_by_a_login_if_there_are_credentials() throws Exception {
    verdict = Verdict.refused("400");

    assertThatThrownBy(() -> obtain(HANDED_OVER, true, Verification.LENIENT))
        .hasMessageContaining("had just given");
    assertThat(asked).containsExactly("check fake-handed-over", "login", "check fake-from-login");
    assertThat(warnings)
        .containsExactly(
            "The token from NETNUT_TOKEN was refused by "
                + ApiUrl.DEFAULT
                + " (400): using the account m…@example.com instead.");
  }

  @Test
  void without_credentials_it_is_the_users_to_mend() {
    verdict = Verdict.refused("400");

    assertThatThrownBy(() -> obtain(HANDED_OVER, false, Verification.LENIENT))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_TOKEN was refused")
        .hasMessageContaining("no credentials");
    assertThat(asked).containsExactly("check fake-handed-over");
  }

  @Test
  void ended_it_is_not_even_asked_about() {
    end = Optional.of(NOW);

    assertThatThrownBy(() -> obtain(HANDED_OVER, false, Verification.LENIENT))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_TOKEN ended at 2026-11-24T12:00:00Z");
    assertThat(asked).isEmpty();
  }

  @Test
  void no_value_prints_its_secret() {
    assertThat(new Credentials("me@example.com", "fake-password", "here"))
        .hasToString("Credentials[m…@example.com]");
    assertThat(HANDED_OVER.orElseThrow()).hasToString("ProvidedToken[NETNUT_TOKEN]");
    assertThat(new AccessToken("fake-token", Optional.of(NOW), "login"))
        .hasToString("AccessToken[source=login, expiresAt=2026-11-24T12:00:00Z]");
    assertThat(ACCOUNT.toString()).startsWith("m…@example.com at ");
    assertThat(Email.shortened("")).isEqualTo("…");
    assertThat(Email.shortened("🔑x@h")).isEqualTo("🔑…@h");
    assertThat(Email.shortened("@h")).isEqualTo("…");
    assertThat(Email.shortened("nobody")).isEqualTo("n…");
  }

  @Test
  void offline_nothing_can_be_had_or_known() {
    try (var api = new OfflineApi(ApiUrl.DEFAULT)) {
      assertThat(api.check("fake-token").kind()).isEqualTo(Verdict.Kind.UNKNOWN);
      assertThat(api.timeLeft()).isZero();
      assertThatThrownBy(
              () -> api.login(new FixedAccount("me@example.com", "fake-password").credentials()))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("-o");
    }
  }

  @Test
  void verify_takes_three_words() throws Exception {
    assertThat(Verification.parse("strict")).isEqualTo(Verification.STRICT);
    assertThatThrownBy(() -> Verification.parse("STRICT"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'verify'");
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
