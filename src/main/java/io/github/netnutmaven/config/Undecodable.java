package io.github.netnutmaven.config;

/**
 * A value that Java could not decode. Java reads environment variables in the charset of the
 * process's locale; in a POSIX locale, which many containers have, that is ASCII, and every other
 * byte becomes the replacement character.
 */
final class Undecodable {
  /** What a message says of such a value, after "but". */
  static final String REASON =
      "it has characters that Java cannot decode in this locale, so nothing was sent. Set"
          + " LC_ALL=C.UTF-8 before Maven starts, or put the value into a file that"
          + " NETNUT_PASSWORD_FILE or NETNUT_TOKEN_FILE names.";

  private static final char REPLACEMENT = '\uFFFD';

  private Undecodable() {}

  static boolean isIn(String value) {
    return value.indexOf(REPLACEMENT) >= 0;
  }
}
