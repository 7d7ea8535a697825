package io.github.netnutmaven.auth;

/**
 * A token that an earlier step handed to this build.
 *
 * @param value the bare token; never printed
 * @param from the environment variable that it came in, or that named its file
 */
public record HandedOver(String value, String from) {
  /** Shows where it is from. */
  @Override
  public String toString() {
    return "HandedOver[" + from + "]";
  }
}
