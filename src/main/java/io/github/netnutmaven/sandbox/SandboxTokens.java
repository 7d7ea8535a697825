package io.github.netnutmaven.sandbox;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens that a sandbox has issued. They are random and have the form of a JWT, so that a
 * client can read in {@code exp} when the sandbox will stop accepting them.
 */
final class SandboxTokens {
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final int RANDOM_BYTES = 32;

  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final Duration lifetime;
  private final Clock clock;

  SandboxTokens(Duration lifetime, Clock clock) {
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** Issues a new token. */
  String issue() {
    var now = clock.instant();
    var expiry = now.plus(lifetime).truncatedTo(ChronoUnit.MILLIS);
    var claims =
        "{\"iss\":\"netnut-sandbox\",\"sub\":\""
            + Sandbox.EMAIL
            + "\",\"iat\":"
            + seconds(now)
            + ",\"exp\":"
            + seconds(expiry)
            + "}";
    var signature = new byte[RANDOM_BYTES];
    random.nextBytes(signature);
    var token =
        base64(HEADER.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(claims.getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(signature);
    expiries.put(token, expiry);
    return token;
  }

  /** Whether this sandbox issued the token and it has not expired. */
  boolean isGood(String token) {
    var expiry = expiries.get(token);
    return expiry != null && clock.instant().isBefore(expiry);
  }

  private static String seconds(Instant time) {
    return BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
