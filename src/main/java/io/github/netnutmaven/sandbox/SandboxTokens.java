package io.github.netnutmaven.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens that a sandbox gave: random, and JWTs in form, so that a client that reads their
 * {@code exp} sees the end that the sandbox keeps to.
 */
final class SandboxTokens {
  private static final int RANDOM_BYTES = 32;

  private final Map<String, Instant> endOf = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Duration lifetime;
  private final Clock clock;

  SandboxTokens(Duration lifetime, Clock clock) {
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** A new token. */
  String issue() {
    var now = clock.instant();
    var end = now.plus(lifetime);
    var token =
        part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + part(claims(now, end).getBytes(StandardCharsets.UTF_8))
            + "."
            + part(signature());
    endOf.put(token, Instant.ofEpochMilli(end.toEpochMilli()));
    return token;
  }

  /** Whether this sandbox gave the token, and it has not ended. */
  boolean isGood(String token) {
    var end = endOf.get(token);
    return end != null && clock.instant().isBefore(end);
  }

  private static String claims(Instant issued, Instant end) {
    return "{\"iss\":\"netnut-sandbox\",\"sub\":\""
        + Sandbox.EMAIL
        + "\",\"iat\":"
        + seconds(issued)
        + ",\"exp\":"
        + seconds(end)
        + "}";
  }

  private static String seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
  }

  private byte[] signature() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
