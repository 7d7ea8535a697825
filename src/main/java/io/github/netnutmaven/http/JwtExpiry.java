package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads when a JWT ends: its {@code exp}, in seconds since 1970-01-01 UTC, fractions allowed (RFC
 * 7519, sections 2 and 4.1.4). No signature is checked: whether a token is good is the API's word.
 */
public final class JwtExpiry {
  /** 9999-12-31T23:59:59Z: the last second that RFC 3339 can write. */
  private static final double LAST_SECOND = 253_402_300_799d;

  private JwtExpiry() {}

  /** When the token ends; nothing if it is no JWT or does not say. */
  public static Optional<Instant> of(String token) {
    var parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      return exp(claims);
    } catch (IllegalArgumentException | IOException e) {
      // Three parts with dots between them, and yet no JWT.
      return Optional.empty();
    }
  }

  private static Optional<Instant> exp(String claims) throws IOException {
    try (var json = Json.parser(claims)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      var found = Optional.<Instant>empty();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean exp = json.currentName().equals("exp");
        var value = json.nextToken();
        if (exp && value.isNumeric()) {
          found = instant(json);
        } else {
          json.skipChildren();
        }
      }
      return found;
    }
  }

  private static Optional<Instant> instant(JsonParser json) throws IOException {
    double seconds = json.getDoubleValue();
    return seconds >= 0 && seconds <= LAST_SECOND
        ? Optional.of(Instant.ofEpochMilli((long) (seconds * 1000)))
        : Optional.empty();
  }
}
