package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.UserMistakeException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the texts of parameters, and reports each mistake in the same words. */
public final class Parameters {
  /** No duration may be longer: a token is valid for that time. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Pattern SHORT = Pattern.compile("[0-9]+[SMH]");

  private static final String DURATION = "a duration up to 24 hours, such as 30s, 5m or PT5M";

  private static final String TOKEN = "NETNUT_TOKEN";

  private Parameters() {}

  /**
   * A duration, written {@code 30s}, {@code 5m}, {@code 2h}, or in ISO-8601.
   *
   * @param property the user property without {@code netnut.}
   * @param byDefault the duration of a blank text
   * @throws UserMistakeException unless it is above zero and at most 24 hours
   */
  public static Duration duration(String property, String text, String byDefault)
      throws UserMistakeException {
    var duration = durationOrZero(property, text, byDefault);
    if (duration.isZero()) {
      throw mistake(property, text, DURATION + ", and above zero");
    }
    return duration;
  }

  /**
   * A duration that may be zero, in short {@code 0}.
   *
   * @param property the user property without {@code netnut.}
   * @param byDefault the duration of a blank text
   * @throws UserMistakeException unless it is from 0 to 24 hours
   */
  public static Duration durationOrZero(String property, String text, String byDefault)
      throws UserMistakeException {
    var written = (text.isBlank() ? byDefault : text).strip().toUpperCase(Locale.ROOT);
    if (written.equals("0")) {
      return Duration.ZERO;
    }
    try {
      boolean isShort = SHORT.matcher(written).matches();
      var duration = Duration.parse(isShort ? "PT" + written : written);
      if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      // No duration, or none that Java can hold.
    }
    throw mistake(property, text, DURATION);
  }

  /**
   * A number from 0.
   *
   * @param property the user property without {@code netnut.}
   * @throws UserMistakeException for any other text, or a larger number
   */
  public static int number(String property, String text, int largest) throws UserMistakeException {
    int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    if (number < 0 || number > largest) {
      throw mistake(property, text, "a number from 0 to " + largest);
    }
    return number;
  }

  /**
   * One of the words of a list, in lower case.
   *
   * @param property the user property without {@code netnut.}
   * @param byDefault the word of a blank text
   * @throws UserMistakeException for any other word
   */
  public static <E extends Enum<E>> E choice(String property, String text, E byDefault)
      throws UserMistakeException {
    if (text.isBlank()) {
      return byDefault;
    }
    var words = byDefault.getDeclaringClass().getEnumConstants();
    for (var word : words) {
      if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
        return word;
      }
    }
    var takes = Stream.of(words).map(Enum::name).collect(Collectors.joining(", "));
    throw mistake(property, text, "one of " + takes.toLowerCase(Locale.ROOT));
  }

  /**
   * An authorization scheme: one word, or none.
   *
   * @throws UserMistakeException for more than a word; the message does not repeat it, because it
   *     may be a token
   */
  public static @Nullable String scheme(@Nullable String text) throws UserMistakeException {
    if (text == null || text.isBlank()) {
      return null;
    }
    var scheme = text.strip();
    if (!scheme.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
      throw mistake("authorizationScheme", "(not shown)", "one word, such as Bearer");
    }
    return scheme;
  }

  /**
   * The name of an environment variable for the token; {@code NETNUT_TOKEN} for a blank text.
   *
   * @throws UserMistakeException when it is no name, or this plugin reads it as something else
   */
  public static String variable(String text) throws UserMistakeException {
    if (text.isBlank()) {
      return TOKEN;
    }
    if (!text.equals(TOKEN)
        && (!text.matches("[A-Za-z_][A-Za-z0-9_]*")
            || text.toUpperCase(Locale.ROOT)
                .matches("NETNUT_(?:EMAIL|PASSWORD.*|TOKEN_FILE|TOKEN_EXPIRES_AT|API_URL)"))) {
      throw mistake(
          "envVariable",
          text,
          "letters, digits and '_', and no name that has another meaning here");
    }
    return text;
  }

  /**
   * The path of a file or a directory.
   *
   * @param property the user property without {@code netnut.}
   * @param file the path as Maven gives it: a relative one is below the base directory, and an
   *     empty one is the base directory itself
   * @param base the directory below which Maven resolves relative paths
   * @return null for a blank path
   * @throws UserMistakeException for a path that begins with {@code ~}, or that Java cannot use
   */
  public static @Nullable Path path(String property, @Nullable File file, File base)
      throws UserMistakeException {
    if (file == null || file.getName().isBlank()) {
      return null;
    }
    Path path;
    try {
      path = file.toPath().toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw mistake(
          property,
          file.getPath(),
          "a path that Java can use in this locale (with LC_ALL=C.UTF-8, any letters)");
    }
    var directory = base.toPath().toAbsolutePath().normalize();
    if (path.equals(directory)) {
      return null;
    }
    var written = path.startsWith(directory) ? directory.relativize(path) : path;
    if (written.toString().startsWith("~")) {
      throw mistake(property, written.toString(), "no path with '~', which only a shell replaces");
    }
    return path;
  }

  private static UserMistakeException mistake(String property, String text, String takes) {
    return new UserMistakeException(
        "The parameter '{}' is '{}', but it takes {}. Correct it in the POM or in -Dnetnut.{}.",
        property.substring(property.lastIndexOf('.') + 1),
        text,
        takes,
        property);
  }
}
