package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.UserMistakeException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cleans an e-mail, a password, a token or an address in the same way, whether it comes from a
 * variable, a file, a command or a {@code <server>}.
 */
final class CleanValue {
  private static final Pattern END_OF_LINE = Pattern.compile("(?:\r\n|\n|\r)\\z");

  /** What Maven, Azure Pipelines and Windows leave in place of a variable that is not set. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{[A-Za-z0-9_.]+}|\\$\\([A-Za-z0-9_.]+\\)|%[A-Za-z0-9_.]+%");

  /** What Java puts in place of each byte that the charset of the process's locale lacks. */
  private static final String REPLACEMENT = "\uFFFD";

  private CleanValue() {}

  /** Whether a value is more than blanks or one reference that nothing has replaced. */
  static boolean isSet(@Nullable String value) {
    return value != null && !value.isBlank() && !REFERENCE.matcher(value.strip()).matches();
  }

  /**
   * The value without one end of line at its end; null if it is not set.
   *
   * @param place where the value was found, as a message names it
   * @throws UserMistakeException if Java could not decode it
   */
  static @Nullable String of(@Nullable String value, String place) throws UserMistakeException {
    if (value == null || !isSet(value)) {
      return null;
    }
    if (value.contains(REPLACEMENT)) {
      throw undecodable(place);
    }
    return END_OF_LINE.matcher(value).replaceFirst("");
  }

  /** Java could not decode the value at a place. */
  static UserMistakeException undecodable(String place) {
    return new UserMistakeException(
        "Read {}, but it has characters that Java cannot decode in this locale, so nothing was"
            + " sent. Set LC_ALL=C.UTF-8 before Maven starts, and no -Dfile.encoding; or put the"
            + " value into a file that NETNUT_PASSWORD_FILE or NETNUT_TOKEN_FILE names.",
        place);
  }
}
