package io.github.netnutmaven.secret;

/**
 * A secret to search for.
 *
 * @param name what messages call it, such as {@code the token}
 * @param value its text, which is never printed
 */
public record Secret(String name, String value) {
  /** The fewest characters of a secret; a shorter text also occurs by chance. */
  public static final int SHORTEST = 8;

  /** Whether it is too short to search for. */
  public boolean isTooShort() {
    return value.codePointCount(0, value.length()) < SHORTEST;
  }

  /** The name only. */
  @Override
  public String toString() {
    return name;
  }
}
