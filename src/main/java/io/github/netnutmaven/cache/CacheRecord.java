package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.TokenSyntax;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
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

  /** Identifies an account: SHA-256 of address and e-mail, in hexadecimal. */
  static String hash(Account account) {
    try {
      var name = account.key().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static byte[] encode(Account account, AccessToken token) {
    var lines = new StringBuilder(FORMAT + " " + VERSION + "\n");
    append("url ", account.url(), lines);
    append("account ", hash(account), lines);
    append("token ", token.value(), lines);
    append("issued ", millis(token.issuedAt()), lines);
    append("expires ", millis(token.expiresAt()), lines);
    append("owner ", token.owner(), lines);
    append("verified ", millis(token.verifiedAt()), lines);
    lines.append(checksum(lines.toString()));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(String name, @Nullable Object value, StringBuilder lines) {
    if (value != null) {
      lines.append(name).append(value).append('\n');
    }
  }

  private static @Nullable Long millis(@Nullable Instant time) {
    return time == null ? null : time.toEpochMilli();
  }

  /** The token; null if the bytes are not a complete record of this version for this account. */
  static @Nullable AccessToken decode(byte[] bytes, Account account) {
    var fields = fields(bytes);
    try {
      var token =
          new AccessToken(
              fields.getOrDefault("token", ""),
              AccessToken.Source.CACHE,
              time("issued", fields),
              time("expires", fields),
              fields.containsKey("verified") ? time("verified", fields) : null,
              fields.get("owner"));
      return TokenSyntax.problem(token.value()).isEmpty()
              && Arrays.equals(encode(account, token), bytes)
          ? token
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Whether it is a record of a later version of this plugin whose token has not expired. */
  static boolean isOfLaterVersion(byte[] bytes, Instant now) {
    var fields = fields(bytes);
    try {
      return Long.parseLong(fields.getOrDefault(FORMAT, "")) > VERSION
          && now.isBefore(time("expires", fields));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** The values of the lines before the checksum; empty if the checksum is wrong. */
  private static Map<String, String> fields(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var lines = text.substring(0, text.lastIndexOf("\n" + CHECKSUM) + 1);
    var fields = new HashMap<String, String>();
    if (text.equals(lines + checksum(lines))) {
      for (var line : lines.split("\n", -1)) {
        int blank = line.lastIndexOf(' ');
        if (blank > 0) {
          fields.put(line.substring(0, blank), line.substring(blank + 1));
        }
      }
    }
    return fields;
  }

  private static Instant time(String name, Map<String, String> fields) {
    return Instant.ofEpochMilli(Long.parseLong(fields.getOrDefault(name, "")));
  }

  private static String checksum(String lines) {
    var crc = new CRC32();
    crc.update(lines.getBytes(StandardCharsets.UTF_8));
    return CHECKSUM + Long.toHexString(crc.getValue()) + "\n";
  }
}
