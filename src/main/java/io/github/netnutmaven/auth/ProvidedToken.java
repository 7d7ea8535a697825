package io.github.netnutmaven.auth;

/**
 * A token that an earlier step provides in the environment.
 *
 * @param value the bare token; never printed
 * @param from the environment variable that holds it, or that names its file
 */
public record ProvidedToken(String value, String from) {
  /** Shows where it is from. */
  @Override
  public String toString() {
    return "ProvidedToken[" + from + "]";
  }
}
