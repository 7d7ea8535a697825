package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that is kept between builds. All times are by this machine's clock.
 *
 * @param value the bare token; never printed
 * @param issuedAt when the login asked for it
 * @param expiresAt when it expires
 * @param verifiedAt when the API last confirmed it; null if it never did
 * @param owner the shortened e-mail of the account that a person typed; null for other accounts
 */
public record CachedToken(
    String value,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant verifiedAt,
    @Nullable String owner) {

  /** A token that the API has not confirmed. */
  public CachedToken(String value, Instant issuedAt, Instant expiresAt) {
    this(value, issuedAt, expiresAt, null, null);
  }

  /** The same token, confirmed at {@code instant}. */
  public CachedToken verified(Instant instant) {
    return new CachedToken(value, issuedAt, expiresAt, instant, owner);
  }

  /**
   * Whether the API confirmed it less than {@code interval} before {@code now}. A confirmation from
   * the future does not count: the clock was wrong then, or is wrong now.
   */
  boolean isVerifiedWithin(Duration interval, Instant now) {
    return verifiedAt != null
        && !verifiedAt.isAfter(now)
        && now.isBefore(verifiedAt.plus(interval));
  }

  /** Whether it is valid for at least {@code minValidity} from {@code now}. */
  boolean isFresh(Instant now, Duration minValidity) {
    return !isExpired(now) && !now.plus(minValidity).isAfter(expiresAt);
  }

  /** Whether it has expired at {@code now}; it is valid until just before. */
  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** What a build needs to know about it. */
  public AccessToken token() {
    return new AccessToken(value, expiresAt, AccessToken.Source.CACHE, verifiedAt, owner);
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "CachedToken[issuedAt="
        + issuedAt
        + ", expiresAt="
        + expiresAt
        + ", verifiedAt="
        + (verifiedAt == null ? "never" : verifiedAt)
        + "]";
  }
}
