package io.github.netnutmaven.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a date in each of HTTP's three forms (RFC 9110, section 5.6.7). The day of the week is
 * passed over: it says nothing that the date does not. HttpClient's own reader knows two of them.
 */
final class HttpDate {
  /** A year of two digits is in the past if it would be more than this in the future. */
  private static final int YEARS_AHEAD = 50;

  private HttpDate() {}

  /**
   * The time, or nothing for what is no such date.
   *
   * @param now this machine's time, for the century of a year with two digits
   */
  static Optional<Instant> parse(String text, Instant now) {
    var trimmed = text.strip();
    if (!trimmed.contains(",")) {
      return read(pattern("MMM ppd HH:mm:ss yyyy"), after(' ', trimmed));
    }
    var date = after(',', trimmed);
    return read(
        date.contains("-") ? withShortYear(now) : pattern("dd MMM yyyy HH:mm:ss 'GMT'"), date);
  }

  private static String after(char mark, String text) {
    return text.substring(text.indexOf(mark) + 1).stripLeading();
  }

  private static Optional<Instant> read(DateTimeFormatter format, String date) {
    try {
      var local = LocalDateTime.parse(date, format);
      return Optional.of(local.toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  private static DateTimeFormatter withShortYear(Instant now) {
    int newest = Year.from(now.atOffset(ZoneOffset.UTC)).getValue() + YEARS_AHEAD;
    return new DateTimeFormatterBuilder()
        .appendPattern("dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, newest - 99)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ROOT);
  }
}
