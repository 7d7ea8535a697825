package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.HttpProxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to talk to the API.
 *
 * @param connectTimeout the limit for opening a connection
 * @param retries the most retries after faults that may pass
 * @param authorizationScheme a word to put before the token in {@code Authorization}, or null
 * @param proxy the proxy to use, or null
 */
public record HttpOptions(
    Duration connectTimeout,
    int retries,
    @Nullable String authorizationScheme,
    @Nullable HttpProxy proxy) {}
