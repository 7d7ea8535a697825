package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.UserMistakeException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as parameters take them: {@code 30s}, {@code 5m}, {@code 2h}, or ISO-8601. */
public final class Durations {
  /** Nothing here may last longer: it is how long a token lives. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Pattern SHORT = Pattern.compile("[0-9]+[SMH]");

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @param parameter the parameter's name, for the message
   * @throws UserMistakeException for what is no duration, or not above zero, or over 24 hours
   */
  public static Duration parse(String parameter, String text) throws UserMistakeException {
    var duration = read(text);
    if (duration.isEmpty() || duration.get().isZero()) {
      throw mistake(parameter, text, "above zero and up to 24 hours");
    }
    return duration.get();
  }

  /**
   * Reads a duration that may be zero, in short {@code 0}.
   *
   * @param parameter as for {@link #parse}
   * @throws UserMistakeException for what is no duration, or below zero, or over 24 hours
   */
  public static Duration parseOrZero(String parameter, String text) throws UserMistakeException {
    var duration = read(text);
    if (duration.isEmpty()) {
      throw mistake(parameter, text, "from 0 to 24 hours");
    }
    return duration.get();
  }

  private static Optional<Duration> read(String text) {
    var written = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (written.equals("0")) {
        return Optional.of(Duration.ZERO);
      }
      boolean isShort = SHORT.matcher(written).matches();
      var duration = Duration.parse(isShort ? "PT" + written : written);
      return duration.isNegative() || duration.compareTo(LONGEST) > 0
          ? Optional.empty()
          : Optional.of(duration);
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static UserMistakeException mistake(String parameter, String text, String limits) {
    return new UserMistakeException(
        "The parameter '"
            + parameter
            + "' is '"
            + SafeText.oneLine(text)
            + "', but it takes a duration "
            + limits
            + ", such as 30s, 5m, 2h or"
            + " PT30S. Correct it in the POM or on the command line.");
  }
}
