package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whatever a server asks to wait, it is no crash and never a wait into the past. */
class RetryAfterFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void a_wait_is_none_or_not_negative(FuzzedDataProvider data) {
    var value = data.consumeString(60);
    var date = Optional.of(data.consumeString(60));

    var wait = RetryAfter.parse(List.of(value), date, Instant.parse("2026-11-24T12:00:00Z"));

    assertThat(wait.orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
  }
}
