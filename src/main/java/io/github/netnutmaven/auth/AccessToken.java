package io.github.netnutmaven.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A token and what is known about it.
 *
 * @param value the bare token; never printed
 * @param expiresAt when it expires, by this machine's clock; null if that is not known
 * @param source where this build first got it from
 * @param verifiedAt when the API last confirmed it, if the cache knows that; else null
 * @param owner the shortened e-mail of the account that a person typed; null for other accounts
 */
public record AccessToken(
    String value,
    @Nullable Instant expiresAt,
    Source source,
    @Nullable Instant verifiedAt,
    @Nullable String owner) {

  /** Where a build first got a token from, as {@code <tokenProperty>.source} shows it. */
  public enum Source {
    /** A login of this build. */
    LOGIN,
    /** The cache, where an earlier build kept it. */
    CACHE,
    /** The environment, which provided it. */
    ENVIRONMENT;

    /** The word that the property has. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A token that the cache knows nothing about. */
  public AccessToken(String value, @Nullable Instant expiresAt, Source source) {
    this(value, expiresAt, source, null, null);
  }

  /** Whether it is known to have expired at {@code now}; it is valid until just before. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** When it expires, to the second, as a message shows it. */
  public String shownExpiry() {
    return expiresAt == null ? "unknown" : expiresAt.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "AccessToken[source=" + source + ", expiresAt=" + shownExpiry() + "]";
  }
}
