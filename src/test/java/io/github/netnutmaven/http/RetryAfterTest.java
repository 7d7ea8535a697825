package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private static Duration parse(String header) {
    return RetryAfter.parse(header, null, NOW);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "' 7 ', 7", "0012, 12", "3600, 3600", "10000000000, 10000000000"})
  void reads_seconds(String value, long seconds) {
    assertThat(parse(value)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "9223372036854775807", "99999999999999999999999999"})
  void a_huge_number_is_a_very_long_wait(String value) {
    assertThat(parse(value)).isGreaterThanOrEqualTo(Duration.ofDays(365_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 24 Nov 2026 12:00:30 GMT",
        "Tuesday, 24-Nov-26 12:00:30 GMT",
        "Tue Nov 24 12:00:30 2026"
      })
  void reads_a_date_in_all_three_forms(String value) {
    assertThat(parse(value)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void counts_the_wait_for_a_date_from_the_servers_own_date() {
    assertThat(
            RetryAfter.parse(
                "Wed, 25 Nov 2026 12:00:05 GMT", " Wed, 25 Nov 2026 12:00:00 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void a_date_in_the_past_asks_for_no_wait() {
    assertThat(parse("Mon, 23 Nov 2026 12:00:00 GMT")).isZero();
  }

  /** Two headers are one value with a comma. */
  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "-1", "+1", "1.5", "1e3", "abc", "0x10", "١٢", "12 s", "Tue, 24", "3, 3"})
  void an_unreadable_value_counts_as_absent(String value) {
    assertThat(parse(value)).isNull();
  }
}
