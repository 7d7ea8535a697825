package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Optional<String> NO_DATE = Optional.empty();

  @ParameterizedTest
  @CsvSource({"0, 0", "3, 3", "' 7 ', 7", "0012, 12", "3600, 3600", "10000000000, 10000000000"})
  void reads_seconds(String value, long seconds) {
    assertThat(RetryAfter.parse(List.of(value), NO_DATE, NOW))
        .hasValue(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "9223372036854775807", "99999999999999999999999999"})
  void a_number_beyond_all_patience_is_a_very_long_wait(String value) {
    assertThat(RetryAfter.parse(List.of(value), NO_DATE, NOW).orElseThrow())
        .isGreaterThanOrEqualTo(Duration.ofDays(365_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 24 Nov 2026 12:00:30 GMT",
        "Tuesday, 24-Nov-26 12:00:30 GMT",
        "Tue Nov 24 12:00:30 2026"
      })
  void reads_a_date_in_all_three_forms(String value) {
    assertThat(RetryAfter.parse(List.of(value), NO_DATE, NOW)).hasValue(Duration.ofSeconds(30));
  }

  @Test
  void a_year_of_two_digits_is_less_than_fifty_years_ahead() {
    var sunday = "Sunday, 06-Nov-94 08:49:37 GMT";

    assertThat(HttpDate.parse(sunday, NOW)).hasValue(Instant.parse("1994-11-06T08:49:37Z"));
    assertThat(HttpDate.parse("Sun Nov  6 08:49:37 1994", NOW))
        .isEqualTo(HttpDate.parse(sunday, NOW));
  }

  @Test
  void reads_a_date_by_the_servers_own_clock() {
    assertThat(
            RetryAfter.parse(
                List.of("Wed, 25 Nov 2026 12:00:05 GMT"),
                Optional.of("Wed, 25 Nov 2026 12:00:00 GMT"),
                NOW))
        .hasValue(Duration.ofSeconds(5));
  }

  @Test
  void a_date_that_is_over_asks_for_no_wait() {
    assertThat(RetryAfter.parse(List.of("Mon, 23 Nov 2026 12:00:00 GMT"), NO_DATE, NOW))
        .hasValue(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-1", "+1", "1.5", "1e3", "abc", "0x10", "١٢", "12 s", "Tue, 24"})
  void what_means_nothing_counts_as_absent(String value) {
    assertThat(RetryAfter.parse(List.of(value), NO_DATE, NOW)).isEmpty();
  }

  @Test
  void so_do_none_and_two() {
    assertThat(RetryAfter.parse(List.of(), NO_DATE, NOW)).isEmpty();
    assertThat(RetryAfter.parse(List.of("3", "3"), NO_DATE, NOW)).isEmpty();
  }

  @Test
  void no_text_makes_it_fail_or_turn_negative() {
    var random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append((char) (random.nextBoolean() ? '0' + random.nextInt(10) : random.nextInt(300)));
      }
      var wait =
          RetryAfter.parse(List.of(text.toString()), Optional.of(text.reverse().toString()), NOW);
      assertThat(wait.orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
    }
  }
}
