package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.UserMistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanValueTest {
  private static String clean(String value) throws UserMistakeException {
    return CleanValue.of(value, "a test");
  }

  @ParameterizedTest
  @CsvSource({
    "'fake', 'fake'",
    "'fake\n', 'fake'",
    "'fake\r\n', 'fake'",
    "'fake\r', 'fake'",
    "'fake\n\n', 'fake\n'",
    "'fake\n\r', 'fake\n'",
    "'fake\r\n\r\n', 'fake\r\n'",
    "'\n fake \n', '\n fake '",
  })
  void one_end_of_line_is_dropped_and_nothing_else(String value, String cleaned) throws Exception {
    assertThat(clean(value)).isEqualTo(cleaned);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "${NAME}",
        "${env.MY_NAME}",
        "$(NAME)",
        "$(Build.Name_1)",
        "%NAME%",
        "%a.b_0%",
        " ${NAME}\n",
      })
  void a_blank_value_and_an_unresolved_reference_are_not_set(String value) throws Exception {
    assertThat(CleanValue.isSet(value)).isFalse();
    assertThat(clean(value)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${NAME}x",
        "x$(NAME)",
        "%A%%B%",
        "${A}${B}",
        "${}",
        "$()",
        "%%",
        "${a-b}",
        "$(id -u)",
        "%a b%",
        "$NAME",
        "${NAME)",
        "{NAME}",
        "a${b}c$env",
      })
  void a_value_with_more_than_a_reference_is_a_value(String value) throws Exception {
    assertThat(CleanValue.isSet(value)).isTrue();
    assertThat(clean(value)).isEqualTo(value);
  }

  @Test
  void what_java_could_not_decode_is_refused_and_not_shown() {
    assertThatThrownBy(() -> clean("fake-p\uFFFD"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContainingAll("Read a test, but", "nothing was sent", "LC_ALL=C.UTF-8")
        .hasMessageNotContaining("fake-p");
  }
}
