package io.github.netnutmaven.auth;

import org.jspecify.annotations.Nullable;

/**
 * A token, and how a goal got it.
 *
 * @param token the token
 * @param account its account; after a login the one that logged in
 * @param providedIn the environment variable that provided it; null for other tokens
 * @param isNew whether this goal got it; if not, another goal of the build did
 */
public record TokenResult(
    AccessToken token, Account account, @Nullable String providedIn, boolean isNew) {}
