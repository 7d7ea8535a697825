package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.Verification;
import io.github.netnutmaven.session.ApiParameters;
import java.time.Duration;

/**
 * The valid parameters of a goal that gets a token.
 *
 * @param api the parameters of its requests
 * @param verification how sure it must be that the API accepts the token
 * @param verifyInterval how old a confirmation of a cached token may be
 * @param minValidity how long a cached token must still be valid
 */
record TokenParameters(
    ApiParameters api, Verification verification, Duration verifyInterval, Duration minValidity) {}
