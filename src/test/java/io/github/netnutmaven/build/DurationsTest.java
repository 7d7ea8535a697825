package io.github.netnutmaven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.UserMistakeException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
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
  void reads_what_people_write(String text, long seconds) throws Exception {
    assertThat(Durations.parse("timeout", text)).isEqualTo(Duration.ofSeconds(seconds));
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
  void zero_is_a_duration_where_it_may_be(String text, long seconds) throws Exception {
    assertThat(Durations.parseOrZero("verifyInterval", text))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "-0", "-1s", "PT-1S", "1", "24h1s", "25h", "PT24H0.001S", "NaN"})
  void what_is_less_than_zero_or_no_duration_is_refused_there_too(String text) {
    assertThatThrownBy(() -> Durations.parseOrZero("verifyInterval", text))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'verifyInterval'")
        .hasMessageContaining("from 0 to 24 hours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
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
  void refuses_the_rest_and_names_the_parameter(String text) {
    assertThatThrownBy(() -> Durations.parse("timeout", text))
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'timeout'")
        .hasMessageContaining("above zero and up to 24 hours");
  }
}
