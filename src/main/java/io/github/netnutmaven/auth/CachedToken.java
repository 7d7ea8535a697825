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
 * @param verifiedAt when the API last confirmed it, by this machine's clock, if it ever did
 */
public record CachedToken(
    String value, Instant issuedAt, Instant endsAt, Optional<Instant> verifiedAt) {
  /** A token that the API has not confirmed. */
  public CachedToken(String value, Instant issuedAt, Instant endsAt) {
    this(value, issuedAt, endsAt, Optional.empty());
  }

  /** The same token, confirmed at {@code instant}. */
  CachedToken verified(Instant instant) {
    return new CachedToken(value, issuedAt, endsAt, Optional.of(instant));
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
    return !hasEnded(now) && !now.plus(minValidity).isAfter(endsAt);
  }

  /** Whether it has ended at {@code now}; the very instant of its end counts as ended. */
  public boolean hasEnded(Instant now) {
    return !now.isBefore(endsAt);
  }

  /** What a build knows of it. */
  public AccessToken token() {
    return new AccessToken(value, Optional.of(endsAt), AccessToken.CACHE, verifiedAt);
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "CachedToken[issuedAt="
        + issuedAt
        + ", endsAt="
        + endsAt
        + ", verifiedAt="
        + verifiedAt.map(Instant::toString).orElse("never")
        + "]";
  }
}
