package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.UserMistakeException;

/**
 * Recognises values that Java could not decode. Java reads environment variables in the charset of
 * the process's locale. In a POSIX locale, which many containers have, that is ASCII, and every
 * other byte becomes the replacement character.
 */
final class Undecodable {
  private static final String REPLACEMENT = "\uFFFD";

  private Undecodable() {}

  /**
   * Does nothing if Java could decode a value.
   *
   * @param place where the value was found, as a message names it
   * @throws UserMistakeException if Java could not decode it
   */
  static void check(String value, String place) throws UserMistakeException {
    if (value.contains(REPLACEMENT)) {
      throw new UserMistakeException(
          "Read {}, but it has characters that Java cannot decode in this locale, so nothing was"
              + " sent. Set LC_ALL=C.UTF-8 before Maven starts, or put the value into a file that"
              + " NETNUT_PASSWORD_FILE or NETNUT_TOKEN_FILE names.",
          place);
    }
  }
}
