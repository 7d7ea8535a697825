package io.github.netnutmaven.leak;

/**
 * What is looked for.
 *
 * @param name what a message calls it, such as {@code the token}
 * @param value never printed
 */
public record Secret(String name, String value) {
  /** Shorter ones stand in files that have nothing to do with them. */
  public static final int SHORTEST = 8;

  /** Whether it is too short to be looked for. */
  public boolean isTooShort() {
    return value.codePointCount(0, value.length()) < SHORTEST;
  }

  /** Shows its name. */
  @Override
  public String toString() {
    return name;
  }
}
