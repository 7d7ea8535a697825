package io.github.netnutmaven.auth;

import java.time.Duration;

/**
 * What a token has to meet before it is used.
 *
 * @param verification how sure it must be
 * @param verifyInterval a cached token that the API confirmed less than this ago is not asked about
 * @param minValidity a cached token with less left than this is replaced
 */
public record Requirements(
    Verification verification, Duration verifyInterval, Duration minValidity) {}
