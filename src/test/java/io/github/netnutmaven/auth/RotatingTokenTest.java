package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provided token whose file another job replaces while the build runs. */
class RotatingTokenTest extends Ladder {
  private final TokenService service = service(cache);
  private @Nullable String file = "fake-old";

  private Optional<ProvidedToken> read() throws UserMistakeException {
    if (file == null) {
      throw new UserMistakeException("The file is gone.");
    }
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProvidedToken(file, "NETNUT_TOKEN_FILE"));
  }

  @BeforeEach
  void the_token_is_in_the_file() {
    provided = this::read;
  }

  /** A login of the same build each time. */
  @Override
  AccessToken obtain() throws AuthException {
    return obtain(service).orElseThrow().token();
  }

  @Test
  void if_the_token_is_refused_and_the_file_has_changed_since_the_new_one_is_used()
      throws Exception {
    refuse("fake-old");
    whileAsked = () -> file = "fake-new";

    var token = obtain();

    assertThat(token.value()).isEqualTo("fake-new");
    assertThat(token.source()).isEqualTo(AccessToken.Source.ENVIRONMENT);
    assertThat(asked).containsExactly("check fake-old", "check fake-new");
    assertThat(warnings).isEmpty();
  }

  @Test
  void the_new_content_is_tried_once_and_then_the_account_is_used() throws Exception {
    refuse("fake-old");
    refuse("fake-new");
    whileAsked = () -> file = asked.size() == 1 ? "fake-new" : "fake-newest";

    assertThat(obtain().value()).isEqualTo("fake-from-login");
    assertThat(asked)
        .containsExactly("check fake-old", "check fake-new", "login", "check fake-from-login");
    assertThat(warnings).singleElement().asString().contains("NETNUT_TOKEN_FILE was refused");
  }

  @Test
  void without_credentials_a_refused_new_content_is_a_mistake_of_the_user() {
    source = null;
    verdict = Verdict.refused("400");
    whileAsked = () -> file = "fake-new";

    assertThatThrownBy(this::obtain)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("NETNUT_TOKEN_FILE was refused")
        .hasMessageNotContaining("fake");
    assertThat(asked).containsExactly("check fake-old", "check fake-new");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = "fake-old")
  void a_file_that_is_unchanged_empty_or_gone_is_not_tried_again(@Nullable String content)
      throws Exception {
    refuse("fake-old");
    whileAsked = () -> file = content;

    assertThat(obtain().value()).isEqualTo("fake-from-login");
    assertThat(asked).containsExactly("check fake-old", "login", "check fake-from-login");
  }

  @Test
  void a_later_login_keeps_the_token_while_the_api_accepts_it_and_asks_once() throws Exception {
    obtain();
    file = "fake-new";

    for (int login = 0; login < 3; login++) {
      assertThat(obtain().value()).isEqualTo("fake-old");
    }
    assertThat(asked).containsExactly("check fake-old", "check fake-old");
  }

  @Test
  void a_later_login_uses_the_new_token_if_the_old_one_was_revoked() throws Exception {
    obtain();
    refuse("fake-old");
    file = "fake-new";

    for (int login = 0; login < 3; login++) {
      assertThat(obtain().value()).isEqualTo("fake-new");
    }
    assertThat(asked).containsExactly("check fake-old", "check fake-old", "check fake-new");
    assertThat(service.build().tokensOf(ACCOUNT)).containsExactlyInAnyOrder("fake-old", "fake-new");
  }

  @ParameterizedTest
  @CsvSource({", LENIENT, 1", "fake-new, LENIENT, 2", "fake-new, OFF, 0"})
  void a_later_login_keeps_the_token_if_the_file_is_gone_or_the_answer_is_unknown_or_not_asked_for(
      @Nullable String content, Verification strictness, int questions) throws Exception {
    verification = strictness;
    obtain();
    verdict = Verdict.unknown("the service is in trouble (503).");
    file = content;

    assertThat(obtain().value()).isEqualTo("fake-old");
    assertThat(asked).hasSize(questions);
  }

  @Test
  void a_token_of_a_login_stays_whatever_the_file_says() throws Exception {
    refuse("fake-old");
    obtain();
    file = "fake-new";

    assertThat(obtain().value()).isEqualTo("fake-from-login");
    assertThat(asked).doesNotContain("check fake-new");
  }
}
