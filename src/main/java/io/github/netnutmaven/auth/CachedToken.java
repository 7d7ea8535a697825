package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token that is kept between builds.
 *
 * @param value the bare token; never printed
 * @param issuedAt when it was asked for, by this machine's clock
 * @param expiresAt when it ends, by this machine's clock
 * @param verifiedAt when the API last confirmed it, by this machine's clock, if it ever did
 */
public record CachedToken(
    String value, Instant issuedAt, Instant expiresAt, Optional<Instant> verifiedAt) {
  /** A token that the API has not confirmed. */
  public CachedToken(String value, Instant issuedAt, Instant expiresAt) {
    this(value, issuedAt, expiresAt, Optional.empty());
  }

  /** The same token, confirmed at {@code instant}. */
  CachedToken verified(Instant instant) {
    return new CachedToken(value, issuedAt, expiresAt, Optional.of(instant));
  }

  /**
   * Whether the API confirmed it less than {@code interval} before {@code now}. A confirmation from
   * the future does not count: the clock was wrong then, or is wrong now.
   */
  boolean isVerifiedWithin(Duration interval, Instant now) {
    return verifiedAt.isPresent()
        && !verifiedAt.get().isAfter(now)
        && now.isBefore(verifiedAt.get().plus(interval));
  }

  /** Whether at least {@code minValidity} is left of it at {@code now}. */
  public boolean isFresh(Instant now, Duration minValidity) {
    return !isExpired(now) && !now.plus(minValidity).isAfter(expiresAt);
  }

  /** Whether it has ended at {@code now}; the very instant of its end counts as ended. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** What a build knows of it. */
  public AccessToken token() {
    return new AccessToken(value, Optional.of(expiresAt), AccessToken.CACHE, verifiedAt);
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "CachedToken[issuedAt="
        + issuedAt
        + ", expiresAt="
        + expiresAt
        + ", verifiedAt="
        + verifiedAt.map(Instant::toString).orElse("never")
        + "]";
  }
}
