package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that is kept between builds.
 *
 * @param value the bare token; never printed
 * @param issuedAt when it was asked for, by this machine's clock
 * @param endsAt when it ends, by this machine's clock
 */
public record CachedToken(String value, Instant issuedAt, Instant endsAt) {
  /** Whether at least {@code minValidity} is left of it at {@code now}. */
  public boolean isFresh(Instant now, Duration minValidity) {
    return !hasEnded(now) && !now.plus(minValidity).isAfter(endsAt);
  }

  /** Whether it has ended at {@code now}; the very instant of its end counts as ended. */
  public boolean hasEnded(Instant now) {
    return !now.isBefore(endsAt);
  }

  /** What a build knows of it. */
  public AccessToken token() {
    return new AccessToken(value, Optional.of(endsAt), AccessToken.CACHE);
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "CachedToken[issuedAt=" + issuedAt + ", endsAt=" + endsAt + "]";
  }
}
