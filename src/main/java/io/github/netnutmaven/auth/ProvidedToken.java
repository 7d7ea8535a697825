package io.github.netnutmaven.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * A token that an earlier step handed to this build.
 *
 * @param value the bare token; never printed
 * @param from the environment variable that it came in, or that named its file
 */
public record ProvidedToken(String value, String from) {
  /**
   * What is known of it.
   *
   * @param expiresAt when it ends by its own word
   */
  public AccessToken token(Optional<Instant> expiresAt) {
    return new AccessToken(value, expiresAt, AccessToken.ENVIRONMENT);
  }

  /** Shows where it is from. */
  @Override
  public String toString() {
    return "ProvidedToken[" + from + "]";
  }
}
