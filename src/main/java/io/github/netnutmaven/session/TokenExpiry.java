package io.github.netnutmaven.session;

import io.github.netnutmaven.http.JwtExpiry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Reads when a token expires. The parser is loaded only if a build has a token to read. */
public final class TokenExpiry implements Function<String, Optional<Instant>> {
  @Override
  public Optional<Instant> apply(String token) {
    return JwtExpiry.of(token);
  }
}
