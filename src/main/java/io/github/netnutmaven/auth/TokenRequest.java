package io.github.netnutmaven.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a goal asks {@link TokenService} for. All parameters in it are valid.
 *
 * @param account the account whose token is needed
 * @param source the account's credentials; null without any
 * @param provided where an earlier step may provide a token
 * @param verification how sure it must be that the API accepts the token
 * @param verifyInterval the API is not asked about a cached token that it confirmed less than this
 *     ago
 * @param minValidity a cached token that expires sooner than this is replaced
 */
public record TokenRequest(
    Account account,
    @Nullable AccountSource source,
    TokenSource provided,
    Verification verification,
    Duration verifyInterval,
    Duration minValidity) {}
