package io.github.netnutmaven.auth;

import org.jspecify.annotations.Nullable;

/**
 * A token, and how a goal got it.
 *
 * @param token the token
 * @param providedIn the environment variable that provided it; null for other tokens
 * @param isNew whether this goal got it; if not, another goal of the build did
 */
public record TokenResult(AccessToken token, @Nullable String providedIn, boolean isNew) {
  /** A token that this goal got from the cache or by a login. */
  public TokenResult(AccessToken token) {
    this(token, null, true);
  }
}
