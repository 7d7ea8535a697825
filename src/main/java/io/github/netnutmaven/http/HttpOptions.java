package io.github.netnutmaven.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to talk to the API.
 *
 * @param connectTimeout the limit on connecting
 * @param retries how many further tries passing faults may cost
 * @param authorizationScheme a word to put before the token in {@code Authorization}, if any
 * @param proxy the proxy on the way, if any
 */
public record HttpOptions(
    Duration connectTimeout,
    int retries,
    @Nullable String authorizationScheme,
    @Nullable HttpProxy proxy) {}
