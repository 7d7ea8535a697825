package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.UserMistakeException;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the texts of parameters are read. */
class ParametersTest {
  @ParameterizedTest
  @CsvSource({
    "30s, 30",
    "5m, 300",
    "2h, 7200",
    "24h, 86400",
    "PT30S, 30",
    "pt1m, 60",
    "P1D, 86400",
    "' 7s ', 7",
  })
  void reads_short_and_iso_durations(String text, long seconds) throws Exception {
    assertThat(Parameters.duration("timeout", text, "120s")).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "' 0 ', 0",
    "0s, 0",
    "0h, 0",
    "PT0S, 0",
    "pt0s, 0",
    "P0D, 0",
    "5m, 300",
    "24h, 86400"
  })
  void zero_is_a_duration_where_the_parameter_allows_it(String text, long seconds)
      throws Exception {
    assertThat(Parameters.durationOrZero("verifyInterval", text, "5m"))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "-0", "-1s", "PT-1S", "1", "24h1s", "25h", "PT24H0.001S", "NaN"})
  void a_negative_or_malformed_duration_is_refused_where_zero_is_allowed(String text) {
    assertThatThrownBy(() -> Parameters.durationOrZero("verifyInterval", text, "5m"))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'verifyInterval'")
        .hasMessageContaining("from 0 to 24 hours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0s",
        "PT0S",
        "-1s",
        "PT-1S",
        "30",
        "s",
        "1.5h",
        "25h",
        "P2D",
        "NaN",
        "soon",
        "99999999999999999999s",
        "9223372036854775807h",
        "1m30s",
      })
  void a_duration_of_zero_or_a_malformed_one_is_refused_by_the_parameters_name(String text) {
    assertThatThrownBy(() -> Parameters.duration("timeout", text, "120s"))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'timeout'")
        .hasMessageContaining("above zero and up to 24 hours");
  }

  @Test
  void a_number_without_a_unit_is_refused_with_the_same_number_in_seconds() {
    assertThatThrownBy(() -> Parameters.duration("timeout", "30", "120s"))
        .hasMessageContaining("24 hours: add a unit, as in 30s.");
  }

  @Test
  void a_blank_text_is_the_default() throws Exception {
    assertThat(Parameters.duration("timeout", " ", "120s")).isEqualTo(Duration.ofMinutes(2));
    assertThat(Parameters.durationOrZero("verifyInterval", "", "5m"))
        .isEqualTo(Duration.ofMinutes(5));
    assertThat(Parameters.choice("onLeak", " ", Word.SKIP)).isEqualTo(Word.SKIP);
    assertThat(Parameters.variable("")).isEqualTo("NETNUT_TOKEN");
  }

  private enum Word {
    FAIL,
    WARN,
    SKIP
  }

  @ParameterizedTest
  @CsvSource({"fail, FAIL", "warn, WARN", "skip, SKIP"})
  void a_word_is_read_in_lower_case(String text, Word word) throws Exception {
    assertThat(Parameters.choice("onLeak", text, Word.FAIL)).isEqualTo(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAIL", " fail", "fail,warn", "maybe"})
  void any_other_word_is_refused_with_the_words_to_choose_from(String text) {
    assertThatThrownBy(() -> Parameters.choice("onLeak", text, Word.FAIL))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessage(
            "The parameter 'onLeak' is '"
                + text
                + "', but it takes 'fail', 'warn' or 'skip'. Correct it in the POM or in"
                + " -Dnetnut.onLeak.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "65536", "0x10", "999999999999", "80 "})
  void a_port_is_a_number_from_0_to_65535(String text) throws Exception {
    assertThat(Parameters.port("sandbox.port", "0")).isZero();
    assertThat(Parameters.port("sandbox.port", "65535")).isEqualTo(65_535);
    assertThatThrownBy(() -> Parameters.port("sandbox.port", text))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContaining("The parameter 'port' is '" + text + "'")
        .hasMessageEndingWith(
            "from 0 to 65535. Correct it in the POM or in -Dnetnut.sandbox.port.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1A",
        "A-B",
        "A B",
        "A=B",
        "Ä",
        "A\nB",
        "NETNUT_EMAIL",
        "NETNUT_PASSWORD",
        "netnut_password",
        "NETNUT_PASSWORD_FILE",
        "NETNUT_PASSWORD_COMMAND",
        "NETNUT_TOKEN_FILE",
        "NETNUT_API_URL"
      })
  void a_variable_is_a_name_that_has_no_other_meaning(String text) throws Exception {
    for (var name : new String[] {"NETNUT_TOKEN", "NETNUT_TOKEN_EU", "_a1", "EMAIL"}) {
      assertThat(Parameters.variable(name)).isEqualTo(name);
    }
    assertThatThrownBy(() -> Parameters.variable(text))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageStartingWith("The parameter 'envVariable' is '")
        .hasMessageEndingWith("Correct it in the POM or in -Dnetnut.envVariable.");
  }

  @Test
  void an_authorization_scheme_is_one_word_and_a_wrong_one_is_not_repeated() throws Exception {
    assertThat(Parameters.scheme(" Bearer ")).isEqualTo("Bearer");
    assertThat(Parameters.scheme(null)).isNull();
    assertThat(Parameters.scheme("  ")).isNull();
    assertThatThrownBy(() -> Parameters.scheme("Bearer fake-token"))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContaining("one word, such as Bearer")
        .hasMessageNotContaining("fake-token");
  }

  @ParameterizedTest
  @CsvSource({
    "/base/file, /base/file",
    "/base/dir/../file, /base/file",
    "/other/~file, /other/~file",
    "/base/a~b, /base/a~b"
  })
  void a_path_is_absolute_and_normal(String file, String path) throws Exception {
    assertThat(Parameters.path("tokenFile", new File(file), new File("/base")))
        .isEqualTo(Path.of(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/base", "/base/ ", "/base/\t", ""})
  void a_blank_path_is_an_unset_one(String file) throws Exception {
    assertThat(Parameters.path("tokenFile", new File(file), new File("/base"))).isNull();
    assertThat(Parameters.path("tokenFile", null, new File("/base"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"~/token", "~", "~me/token"})
  void a_path_that_begins_with_a_tilde_is_a_mistake(String path) {
    assertThatThrownBy(
            () -> Parameters.path("tokenFile", new File("/base", path), new File("/base")))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessage(
            "The parameter 'tokenFile' is '"
                + path
                + "', but it takes no path with '~', which only a shell replaces. Correct it in the"
                + " POM or in -Dnetnut.tokenFile.");
  }

  @Test
  void the_variable_of_the_expiry_is_no_name_for_the_token() {
    assertThatThrownBy(() -> Parameters.variable("NETNUT_TOKEN_EXPIRES_AT"))
        .isExactlyInstanceOf(UserMistakeException.class);
  }
}
