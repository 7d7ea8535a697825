package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.TokenSyntax;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the content of a cache file: lines with a name and a value each. The last line
 * is a checksum of the lines before it. Every version of the format begins and ends like this and
 * has a line {@code expires}. The token of an account that was typed has a line {@code owner}; a
 * token that the API has confirmed has a line {@code verified}. All times are milliseconds since
 * 1970.
 */
final class CacheRecord {
  /** The largest file that is read, in bytes; a token has at most 8 KiB. */
  static final int MAX_SIZE = 16 * 1024;

  private static final String FORMAT = "netnut-maven-plugin token";
  private static final int VERSION = 1;
  private static final String CHECKSUM = "crc32 ";

  private CacheRecord() {}

  static byte[] encode(CacheKey key, AccessToken token) {
    var lines = new StringBuilder(FORMAT + " " + VERSION + "\n");
    lines.append("url ").append(key.url()).append('\n');
    lines.append("account ").append(key.hash()).append('\n');
    lines.append("token ").append(token.value()).append('\n');
    append("issued ", token.issuedAt(), lines);
    append("expires ", token.expiresAt(), lines);
    if (token.owner() != null) {
      lines.append("owner ").append(token.owner()).append('\n');
    }
    append("verified ", token.verifiedAt(), lines);
    lines.append(checksum(lines.toString()));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(String name, @Nullable Instant time, StringBuilder lines) {
    if (time != null) {
      lines.append(name).append(time.toEpochMilli()).append('\n');
    }
  }

  /** The token; null if the bytes are not a complete record of this version for this key. */
  static @Nullable AccessToken decode(byte[] bytes, CacheKey key) {
    var fields = fields(bytes);
    var token =
        new AccessToken(
            fields.getOrDefault("token", ""),
            AccessToken.Source.CACHE,
            time(fields.get("issued")),
            time(fields.get("expires")),
            time(fields.get("verified")),
            fields.get("owner"));
    var verifiedAt = token.verifiedAt();
    if (TokenSyntax.problem(token.value()).isPresent()
        || token.issuedAt() == null
        || token.expiresAt() == null
        || !Arrays.equals(encode(key, token), bytes)) {
      return null;
    }
    // A confirmation without a credible time counts as none.
    return verifiedAt != null && verifiedAt.isBefore(Instant.EPOCH) ? token.verified(null) : token;
  }

  /** Whether it is a record of a later version of this plugin whose token has not expired. */
  static boolean isOfLaterVersion(byte[] bytes, Instant now) {
    var fields = fields(bytes);
    var version = number(fields.get(FORMAT));
    var expires = time(fields.get("expires"));
    return version != null && version > VERSION && expires != null && now.isBefore(expires);
  }

  /** The values of the lines before the checksum; empty if the checksum is wrong. */
  private static Map<String, String> fields(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var lines = text.substring(0, text.lastIndexOf("\n" + CHECKSUM) + 1);
    var fields = new HashMap<String, String>();
    if (text.equals(lines + checksum(lines))) {
      for (var line : lines.split("\n", -1)) {
        int blank = line.startsWith(FORMAT) ? FORMAT.length() : line.indexOf(' ');
        if (blank > 0) {
          fields.put(line.substring(0, blank), line.substring(blank + 1));
        }
      }
    }
    return fields;
  }

  private static String checksum(String lines) {
    var crc = new CRC32();
    crc.update(lines.getBytes(StandardCharsets.UTF_8));
    return CHECKSUM + Long.toHexString(crc.getValue()) + "\n";
  }

  private static @Nullable Instant time(@Nullable String millis) {
    var number = number(millis);
    return number == null ? null : Instant.ofEpochMilli(number);
  }

  private static @Nullable Long number(@Nullable String text) {
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
