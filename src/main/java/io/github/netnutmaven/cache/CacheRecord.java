package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.auth.TokenSyntax;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The content of a cache file: lines of ASCII, a name and a value each, the last one a checksum of
 * all before it. Every version of the format begins and ends so and has a line {@code expires}. A
 * token that the API has confirmed has a line {@code verified}.
 */
final class CacheRecord {
  /** The largest file that is read, in bytes; a token has at most 8 KiB. */
  static final int MAX_SIZE = 16 * 1024;

  private static final String FORMAT = "netnut-maven-plugin token ";
  private static final int VERSION = 1;
  private static final String VERIFIED = "verified ";
  private static final String CHECKSUM = "crc32 ";

  private CacheRecord() {}

  /**
   * Writes a record.
   *
   * @param key what the token belongs to
   */
  static byte[] encode(CacheKey key, CachedToken token) {
    var lines =
        (FORMAT + VERSION + "\n")
            + ("url " + key.url() + "\n")
            + ("account " + key.hash() + "\n")
            + ("token " + token.value() + "\n")
            + ("issued " + token.issuedAt().toEpochMilli() + "\n")
            + ("expires " + token.expiresAt().toEpochMilli() + "\n");
    if (token.verifiedAt() != null) {
      lines += VERIFIED + token.verifiedAt().toEpochMilli() + "\n";
    }
    return (lines + checksum(lines)).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Reads a record; nothing if it is not a whole one of this version for this key. */
  static Optional<CachedToken> decode(byte[] bytes, CacheKey key) {
    var lines = checked(bytes);
    if (lines.length < 6
        || lines.length > 7
        || (lines.length == 7 && !lines[6].startsWith(VERIFIED))
        || !lines[0].equals(FORMAT + VERSION)
        || !lines[1].equals("url " + key.url())
        || !lines[2].equals("account " + key.hash())) {
      return Optional.empty();
    }
    var token = value(lines[3], "token ");
    var issued = number(lines[4], "issued ");
    var expires = number(lines[5], "expires ");
    return token.isEmpty()
            || TokenSyntax.problem(token).isPresent()
            || issued.isEmpty()
            || expires.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CachedToken(
                token,
                Instant.ofEpochMilli(issued.get()),
                Instant.ofEpochMilli(expires.get()),
                lines.length == 7 ? verified(lines[6]) : null));
  }

  /** Null for what is no time: a confirmation that cannot be read counts as none. */
  private static @Nullable Instant verified(String line) {
    long millis = number(line, VERIFIED).orElse(-1L);
    return millis < 0 ? null : Instant.ofEpochMilli(millis);
  }

  /**
   * Whether it is the record of a later version of this plugin, with a token that is still good.
   */
  static boolean isOfLaterVersion(byte[] bytes, Instant now) {
    var lines = checked(bytes);
    if (lines.length == 0 || number(lines[0], FORMAT).orElse(0L) <= VERSION) {
      return false;
    }
    for (var line : lines) {
      var expires = number(line, "expires ");
      if (expires.isPresent()) {
        return now.isBefore(Instant.ofEpochMilli(expires.get()));
      }
    }
    return false;
  }

  /** The lines before the checksum; none if it is not theirs. */
  private static String[] checked(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int last = text.lastIndexOf("\n" + CHECKSUM) + 1;
    var lines = text.substring(0, last);
    return last > 0 && text.equals(lines + checksum(lines))
        ? lines.substring(0, last - 1).split("\n", -1)
        : new String[0];
  }

  private static String checksum(String lines) {
    var crc = new CRC32();
    crc.update(lines.getBytes(StandardCharsets.ISO_8859_1));
    return CHECKSUM + Long.toHexString(crc.getValue()) + "\n";
  }

  private static String value(String line, String name) {
    return line.startsWith(name) ? line.substring(name.length()) : "";
  }

  private static Optional<Long> number(String line, String name) {
    try {
      return Optional.of(Long.valueOf(value(line, name)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
