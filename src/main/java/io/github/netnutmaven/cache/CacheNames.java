package io.github.netnutmaven.cache;

import java.util.HexFormat;

/**
 * The names that the cache gives its files. The folder may hold others' files, too: what does not
 * have such a name, from its first letter to its last, is never removed.
 */
final class CacheNames {
  /** What a file with a token is called, as a regular expression. */
  static final String TOKEN = "[0-9a-f]{64}\\.token";

  /** What a file is called that is not whole yet, as a regular expression. */
  static final String TEMPORARY = "netnut-maven-plugin-[0-9a-f]{16}\\.tmp";

  private CacheNames() {}

  static String token(CacheKey key) {
    return key.hash() + ".token";
  }

  static String lock(CacheKey key) {
    return key.hash() + ".lock";
  }

  /**
   * A name for a file that is not whole yet.
   *
   * @param unique what no other file is called after, in this process or another
   */
  static String temporary(long unique) {
    return "netnut-maven-plugin-" + HexFormat.of().toHexDigits(unique) + ".tmp";
  }
}
