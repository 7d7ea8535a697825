package io.github.netnutmaven.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in any of its forms. */
final class RetryAfter {
  /** What a number too large to count is taken for: longer than any build waits. */
  private static final Duration FOR_EVER = Duration.ofDays(365_000);

  private RetryAfter() {}

  /**
   * How long the server asks to wait, never negative.
   *
   * @param values the header's values; one that means nothing, or two of them, count as none
   * @param date the header {@code Date} of the same response, by which a date is read: the server's
   *     clock need not be this machine's
   * @param now this machine's time, for a response without that
   */
  static Optional<Duration> parse(List<String> values, Optional<String> date, Instant now) {
    if (values.size() != 1) {
      return Optional.empty();
    }
    var value = values.get(0).strip();
    if (value.matches("[0-9]+")) {
      return Optional.of(value.length() > 11 ? FOR_EVER : seconds(Long.parseLong(value)));
    }
    var until = HttpDate.parse(value, now);
    if (until.isEmpty()) {
      return Optional.empty();
    }
    var from = date.flatMap(d -> HttpDate.parse(d, now)).orElse(now);
    var wait = Duration.between(from, until.get());
    return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, FOR_EVER.toSeconds()));
  }
}
