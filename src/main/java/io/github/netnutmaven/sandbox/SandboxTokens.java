package io.github.netnutmaven.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The tokens of a sandbox. Each has the form of a JWT, is signed with a key of this sandbox, and
 * says itself when the sandbox will stop accepting it, so that there is nothing to remember.
 */
final class SandboxTokens {
  private static final String HEADER =
      base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

  private static final Pattern EXPIRY = Pattern.compile("\"exp\":([0-9]{1,12})}$");

  private final SecureRandom random = new SecureRandom();
  private final byte[] key = randomBytes(32);
  private final Duration lifetime;
  private final Clock clock;

  SandboxTokens(Duration lifetime, Clock clock) {
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** Issues a new token. */
  String issue() {
    var claims =
        "{\"jti\":\""
            + base64(randomBytes(16))
            + "\",\"exp\":"
            + clock.instant().plus(lifetime).getEpochSecond()
            + "}";
    var signed = HEADER + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
    return signed + "." + signature(signed);
  }

  /** Whether this sandbox issued the token and it has not expired. */
  boolean isGood(String token) {
    int end = token.lastIndexOf('.');
    return end > HEADER.length()
        && token.substring(end + 1).equals(signature(token.substring(0, end)))
        && clock.instant().isBefore(expiry(token.substring(HEADER.length() + 1, end)));
  }

  private static Instant expiry(String claims) {
    var expiry =
        EXPIRY.matcher(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    return expiry.find() ? Instant.ofEpochSecond(Long.parseLong(expiry.group(1))) : Instant.MIN;
  }

  /**
   * A digest with the key on both sides: a real HMAC would load Java's cryptography, and these
   * tokens protect nothing.
   */
  private String signature(String signed) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(key);
      digest.update(signed.getBytes(StandardCharsets.UTF_8));
      return base64(digest.digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] randomBytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
