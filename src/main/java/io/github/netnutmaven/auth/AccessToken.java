package io.github.netnutmaven.auth;

import java.time.Instant;

/**
 * A token with what is known of it.
 *
 * @param value the bare token; never printed
 * @param endsAt when it ends, by this machine's clock
 * @param source where this build first had it from, as {@code <tokenProperty>.source} shows it
 */
public record AccessToken(String value, Instant endsAt, String source) {
  /** {@link #source} of a token that a login of this build gave. */
  public static final String LOGIN = "login";

  /** Whether it has ended at {@code now}; the very instant of its end counts as ended. */
  public boolean hasEnded(Instant now) {
    return !now.isBefore(endsAt);
  }

  /** Shows all but the token. */
  @Override
  public String toString() {
    return "AccessToken[source=" + source + ", endsAt=" + endsAt + "]";
  }
}
