package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.UserMistakeException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a goal that sends requests, read and checked.
 *
 * @param connectTimeout the limit on connecting
 * @param timeout the limit on the whole goal
 * @param retries how many further tries a passing fault may cost
 * @param scheme the word to put before the token in {@code Authorization}
 * @param isCaching whether tokens are kept between builds
 */
public record ApiParameters(
    Duration connectTimeout,
    Duration timeout,
    int retries,
    Optional<String> scheme,
    boolean isCaching) {

  private static final int MOST_RETRIES = 100;

  /**
   * Checks the parameter {@code retries}.
   *
   * @throws UserMistakeException for less than 0 or more than 100
   */
  public static int retries(int number) throws UserMistakeException {
    if (number < 0 || number > MOST_RETRIES) {
      throw new UserMistakeException(
          "The parameter 'retries' is "
              + number
              + ", but it takes a number from 0 to "
              + MOST_RETRIES
              + ". Correct it in the POM or in -Dnetnut.retries.");
    }
    return number;
  }

  /**
   * Reads the parameter {@code authorizationScheme}.
   *
   * @throws UserMistakeException for more than one word
   */
  public static Optional<String> scheme(@Nullable String text) throws UserMistakeException {
    var scheme = text == null ? "" : text.strip();
    if (scheme.isEmpty()) {
      return Optional.empty();
    }
    if (!scheme.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
      throw new UserMistakeException(
          "The parameter 'authorizationScheme' has to be one word, such as Bearer. Correct it in"
              + " the POM or in -Dnetnut.authorizationScheme.");
    }
    return Optional.of(scheme);
  }
}
