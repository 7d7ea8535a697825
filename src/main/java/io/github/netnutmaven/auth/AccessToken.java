package io.github.netnutmaven.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A token with what is known of it.
 *
 * @param value the bare token; never printed
 * @param expiresAt when it ends, by this machine's clock, if that is known
 * @param source where this build first had it from, as {@code <tokenProperty>.source} shows it
 * @param verifiedAt when the API last confirmed it, if the cache says so
 */
public record AccessToken(
    String value, Optional<Instant> expiresAt, String source, Optional<Instant> verifiedAt) {
  /** {@link #source} of a token that a login of this build gave. */
  public static final String LOGIN = "login";

  /** {@link #source} of a token that an earlier build left in the cache. */
  public static final String CACHE = "cache";

  /** {@link #source} of a token that was handed over in the environment. */
  public static final String ENVIRONMENT = "environment";

  /** A token of which the cache says nothing. */
  public AccessToken(String value, Optional<Instant> expiresAt, String source) {
    this(value, expiresAt, source, Optional.empty());
  }

  /**
   * Whether it is known to have ended at {@code now}; the very instant of its end counts as ended.
   */
  public boolean isExpired(Instant now) {
    return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
  }

  /** When it ends, as a message says it, to the second. */
  public String shownExpiry() {
    return expiresAt.isPresent()
        ? expiresAt.get().truncatedTo(ChronoUnit.SECONDS).toString()
        : "unknown";
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "AccessToken[source=" + source + ", expiresAt=" + shownExpiry() + "]";
  }
}
