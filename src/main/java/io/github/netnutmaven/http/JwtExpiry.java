package io.github.netnutmaven.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads when a JWT expires: its {@code exp}, in seconds since 1970-01-01 UTC, fractions allowed
 * (RFC 7519, sections 2 and 4.1.4). It verifies no signature: the API decides whether a token is
 * valid.
 */
public final class JwtExpiry {
  /** 9999-12-31T23:59:59Z: the last second that RFC 3339 can write. */
  private static final double LAST_SECOND = 253_402_300_799d;

  private JwtExpiry() {}

  /** When the token expires; empty if it is not a JWT or does not say. */
  public static Optional<Instant> of(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return Json.read(claims).get("exp") instanceof Double seconds
              && seconds >= 0
              && seconds <= LAST_SECOND
          ? Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)))
          : Optional.empty();
    } catch (IllegalArgumentException | IOException e) {
      // Three parts with dots between them, but not a JWT.
      return Optional.empty();
    }
  }
}
