package io.github.netnutmaven.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How to talk to the API.
 *
 * @param connectTimeout the limit on connecting
 * @param timeout the limit on the whole goal, all its requests together
 * @param authorizationScheme a word to put before the token in {@code Authorization}
 */
public record HttpOptions(
    Duration connectTimeout, Duration timeout, Optional<String> authorizationScheme) {}
