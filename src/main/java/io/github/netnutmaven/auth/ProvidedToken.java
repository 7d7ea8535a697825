package io.github.netnutmaven.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that an earlier step provides in the environment.
 *
 * @param value the bare token; never printed
 * @param from the environment variable that holds it, or that names its file
 */
public record ProvidedToken(String value, String from) {
  /**
   * What is known about it.
   *
   * @param expiresAt when it expires, if it says so itself
   */
  AccessToken token(@Nullable Instant expiresAt) {
    return new AccessToken(value, expiresAt, AccessToken.Source.ENVIRONMENT);
  }

  /** Shows where it is from. */
  @Override
  public String toString() {
    return "ProvidedToken[" + from + "]";
  }
}
