package io.github.netnutmaven.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date in any of its forms. */
final class RetryAfter {
  /** Stands for a number too large to count: longer than any build waits. */
  private static final Duration FOR_EVER = Duration.ofDays(365_000);

  /** HttpClient's own format for these dates, which name no time zone, reads none of them. */
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private RetryAfter() {}

  /**
   * How long the server asks to wait, never negative; null if it does not ask.
   *
   * @param header its value; one that is not readable, such as that of two headers, counts as
   *     absent
   * @param date the header {@code Date} of the same response, if any: the server's clock may differ
   *     from this machine's
   * @param now this machine's time, for a response without a date
   */
  static @Nullable Duration parse(@Nullable String header, @Nullable String date, Instant now) {
    var value = header == null ? "" : header.strip();
    if (value.matches("[0-9]+")) {
      return value.length() > 11 ? FOR_EVER : Duration.ofSeconds(Long.parseLong(value));
    }
    var until = date(value);
    if (until == null) {
      return null;
    }
    var sent = date == null ? null : date(date.strip());
    var wait = Duration.between(sent == null ? now : sent, until);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static @Nullable Instant date(String text) {
    return DateUtils.parseDate(
        text, DateUtils.FORMATTER_RFC1123, DateUtils.FORMATTER_RFC1036, ASCTIME);
  }
}
