package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.auth.TokenSyntax;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

  private static final String FORMAT = "netnut-maven-plugin token ";
  private static final int VERSION = 1;
  private static final String OWNER = "owner ";
  private static final String VERIFIED = "verified ";
  private static final String CHECKSUM = "crc32 ";

  private CacheRecord() {}

  static byte[] encode(CacheKey key, CachedToken token) {
    var lines =
        header(key)
            + ("token " + token.value() + "\n")
            + ("issued " + token.issuedAt().toEpochMilli() + "\n")
            + ("expires " + token.expiresAt().toEpochMilli() + "\n");
    if (token.owner() != null) {
      lines += OWNER + token.owner() + "\n";
    }
    if (token.verifiedAt() != null) {
      lines += VERIFIED + token.verifiedAt().toEpochMilli() + "\n";
    }
    return (lines + checksum(lines)).getBytes(StandardCharsets.UTF_8);
  }

  private static String header(CacheKey key) {
    return FORMAT + VERSION + "\nurl " + key.url() + "\naccount " + key.hash() + "\n";
  }

  /** The token; null if the bytes are not a complete record of this version for this key. */
  static @Nullable CachedToken decode(byte[] bytes, CacheKey key) {
    var text = checked(bytes);
    var header = header(key) + "token ";
    if (!text.startsWith(header)) {
      return null;
    }
    var lines = text.substring(header.length()).split("\n", -1);
    boolean isOwned = lines.length > 4 && lines[3].startsWith(OWNER);
    int last = isOwned ? 4 : 3;
    boolean isConfirmed = lines.length == last + 2 && lines[last].startsWith(VERIFIED);
    if (TokenSyntax.problem(lines[0]).isPresent() || (lines.length != last + 1 && !isConfirmed)) {
      return null;
    }
    var issued = time(lines[1], "issued ");
    var expires = time(lines[2], "expires ");
    var verified = isConfirmed ? time(lines[last], VERIFIED) : null;
    return issued == null || expires == null
        ? null
        : new CachedToken(
            lines[0],
            issued,
            expires,
            // A confirmation without a credible time counts as none.
            verified == null || verified.isBefore(Instant.EPOCH) ? null : verified,
            isOwned ? lines[3].substring(OWNER.length()) : null);
  }

  /** Whether it is a record of a later version of this plugin whose token has not expired. */
  static boolean isOfLaterVersion(byte[] bytes, Instant now) {
    var lines = checked(bytes).split("\n", -1);
    var version = number(lines[0], FORMAT);
    if (version == null || version <= VERSION) {
      return false;
    }
    for (var line : lines) {
      var expires = time(line, "expires ");
      if (expires != null) {
        return now.isBefore(expires);
      }
    }
    return false;
  }

  /** The lines before the checksum; empty if the checksum is wrong. */
  private static String checked(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var lines = text.substring(0, text.lastIndexOf("\n" + CHECKSUM) + 1);
    return text.equals(lines + checksum(lines)) ? lines : "";
  }

  private static String checksum(String lines) {
    var crc = new CRC32();
    crc.update(lines.getBytes(StandardCharsets.UTF_8));
    return CHECKSUM + Long.toHexString(crc.getValue()) + "\n";
  }

  private static @Nullable Instant time(String line, String name) {
    var millis = number(line, name);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long number(String line, String name) {
    try {
      return line.startsWith(name) ? Long.valueOf(line.substring(name.length())) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
