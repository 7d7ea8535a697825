package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token and what is known about it. All times are by this machine's clock.
 *
 * @param value the bare token; never printed
 * @param source where this build first got it from
 * @param issuedAt when the login asked for it; null for a provided token
 * @param expiresAt when it expires; null if that is not known
 * @param verifiedAt when the API last confirmed it; null if it never did, or nobody remembers
 * @param owner the shortened e-mail of the account that a person typed; null for other accounts
 */
public record AccessToken(
    String value,
    Source source,
    @Nullable Instant issuedAt,
    @Nullable Instant expiresAt,
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

  /** A token of which no more is known. */
  public AccessToken(String value, @Nullable Instant expiresAt, Source source) {
    this(value, source, null, expiresAt, null, null);
  }

  /** The token of these fields; null if they are not those of a token. */
  static @Nullable AccessToken of(Map<String, String> fields) {
    var value = fields.get("token");
    var expiresAt = fields.get("expiresAt");
    return value == null
        ? null
        : new AccessToken(
            value,
            Source.valueOf(fields.getOrDefault("source", "")),
            null,
            expiresAt == null ? null : Instant.parse(expiresAt),
            null,
            fields.get("owner"));
  }

  /** What other goals of the build need to know, in types of the JDK. */
  Map<String, String> fields() {
    var fields = new HashMap<>(Map.of("token", value, "source", source.name()));
    if (expiresAt != null) {
      fields.put("expiresAt", expiresAt.toString());
    }
    if (owner != null) {
      fields.put("owner", owner);
    }
    return fields;
  }

  /** The same token, confirmed at {@code instant}. */
  public AccessToken verified(@Nullable Instant instant) {
    return new AccessToken(value, source, issuedAt, expiresAt, instant, owner);
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
