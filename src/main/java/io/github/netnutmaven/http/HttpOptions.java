package io.github.netnutmaven.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How to talk to the API.
 *
 * @param connectTimeout the limit on connecting
 * @param timeout the limit on the whole goal, every request, retry and wait in it together
 * @param retries how many further tries passing faults may cost
 * @param authorizationScheme a word to put before the token in {@code Authorization}
 * @param proxy the proxy on the way
 */
public record HttpOptions(
    Duration connectTimeout,
    Duration timeout,
    int retries,
    Optional<String> authorizationScheme,
    Optional<HttpProxy> proxy) {}
