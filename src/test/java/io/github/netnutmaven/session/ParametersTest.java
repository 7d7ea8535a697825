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
  @ValueSource(strings = {"0", " 0 ", "0s", "PT0S", "P0D"})
  void zero_is_a_duration_where_the_parameter_allows_it(String text) throws Exception {
    assertThat(Parameters.durationOrZero("verifyInterval", text, "5m")).isZero();
    assertThatThrownBy(() -> Parameters.duration("timeout", text, "120s"))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll("'timeout'", "and above zero");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        "-1s",
        "PT-1S",
        "30",
        "s",
        "1.5h",
        "24h1s",
        "25h",
        "PT24H0.001S",
        "P2D",
        "NaN",
        "99999999999999999999s",
        "9223372036854775807h",
        "1m30s",
      })
  void a_malformed_duration_is_refused_by_the_parameters_name(String text) {
    assertThatThrownBy(() -> Parameters.durationOrZero("verifyInterval", text, "5m"))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll("'verifyInterval'", "24 hours, such as 30s, 5m or PT5M");
  }

  @Test
  void a_blank_text_is_the_default() throws Exception {
    assertThat(Parameters.duration("timeout", " ", "120s")).isEqualTo(Duration.ofMinutes(2));
    assertThat(Parameters.choice("onLeak", " ", Word.SKIP)).isEqualTo(Word.SKIP);
    assertThat(Parameters.variable("")).isEqualTo("NETNUT_TOKEN");
  }

  private enum Word {
    FAIL,
    WARN,
    SKIP
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAIL", " fail", "fail,warn", "maybe"})
  void a_word_is_in_lower_case_and_any_other_is_refused_with_those_to_choose_from(String text)
      throws Exception {
    assertThat(Parameters.choice("onLeak", "skip", Word.FAIL)).isEqualTo(Word.SKIP);
    assertThatThrownBy(() -> Parameters.choice("onLeak", text, Word.FAIL))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessage(
            "The parameter 'onLeak' is '"
                + text
                + "', but it takes one of fail, warn, skip. Correct it in the POM or in"
                + " -Dnetnut.onLeak.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "65536", "0x10", "999999999999", "80 "})
  void a_number_is_from_0_to_the_largest(String text) throws Exception {
    assertThat(Parameters.number("sandbox.port", "0", 65_535)).isZero();
    assertThat(Parameters.number("sandbox.port", "65535", 65_535)).isEqualTo(65_535);
    assertThatThrownBy(() -> Parameters.number("sandbox.port", text, 65_535))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessage(
            "The parameter 'port' is '"
                + text
                + "', but it takes a number from 0 to 65535. Correct it in the POM or in"
                + " -Dnetnut.sandbox.port.");
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
        "NETNUT_TOKEN_EXPIRES_AT",
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
}
