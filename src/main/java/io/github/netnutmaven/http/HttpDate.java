package io.github.netnutmaven.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date in each of HTTP's three forms (RFC 9110, section 5.6.7). HttpClient's own formats
 * lack the oldest, and read every year of two digits as one of this century.
 */
final class HttpDate {
  /** A year of two digits is in the past if it would be more than this in the future. */
  private static final int YEARS_AHEAD = 50;

  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDate() {}

  /**
   * The time; null if the text is not such a date.
   *
   * @param now this machine's time, for the century of a year with two digits
   */
  static @Nullable Instant parse(String text, Instant now) {
    int newest = now.atOffset(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
    var rfc850 =
        new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, newest - 99)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    return DateUtils.parseDate(text.strip(), DateUtils.FORMATTER_RFC1123, rfc850, ASCTIME);
  }
}
