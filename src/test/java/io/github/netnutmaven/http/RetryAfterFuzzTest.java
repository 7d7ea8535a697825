package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Whatever a server asks to wait, it is never a wait into the past, and seconds are seconds. */
class RetryAfterFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  /** The input is the value of {@code Retry-After} and that of {@code Date}, a line each. */
  @FuzzTest(maxDuration = "60s")
  void asks_for_no_negative_wait_and_for_none_without_a_number(byte[] input) {
    var lines = new String(input, StandardCharsets.UTF_8).split("\n", 2);
    var value = lines[0];
    var date = lines[lines.length - 1];

    var wait = RetryAfter.parse(value, date, NOW);

    if (value.matches("[0-9]{1,9}")) {
      assertThat(wait).isEqualTo(Duration.ofSeconds(Long.parseLong(value)));
    }
    if (!value.matches("(?s).*[0-9].*")) {
      assertThat(wait).isNull();
    }
    assertThat(wait == null ? Duration.ZERO : wait).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(RetryAfter.parse(value + ", " + value, date, NOW)).isNull();
  }
}
