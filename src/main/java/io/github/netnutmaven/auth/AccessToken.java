package io.github.netnutmaven.auth;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A token with what is known of it.
 *
 * @param value the bare token; never printed
 * @param endsAt when it ends, by this machine's clock, if that is known
 * @param source where this build first had it from, as {@code <tokenProperty>.source} shows it
 * @param verifiedAt when the API last confirmed it, if the cache says so
 */
public record AccessToken(
    String value, Optional<Instant> endsAt, String source, Optional<Instant> verifiedAt) {
  /** {@link #source} of a token that a login of this build gave. */
  public static final String LOGIN = "login";

  /** {@link #source} of a token that an earlier build left in the cache. */
  public static final String CACHE = "cache";

  /** {@link #source} of a token that was handed over in the environment. */
  public static final String ENVIRONMENT = "environment";

  /** A token of which the cache says nothing. */
  public AccessToken(String value, Optional<Instant> endsAt, String source) {
    this(value, endsAt, source, Optional.empty());
  }

  /**
   * Whether it is known to have ended at {@code now}; the very instant of its end counts as ended.
   */
  public boolean hasEnded(Instant now) {
    return endsAt.isPresent() && !now.isBefore(endsAt.get());
  }

  /** When it ends, as a message says it, to the second. */
  public String shownEnd() {
    return endsAt.isPresent() ? endsAt.get().truncatedTo(ChronoUnit.SECONDS).toString() : "unknown";
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "AccessToken[source=" + source + ", endsAt=" + shownEnd() + "]";
  }
}
