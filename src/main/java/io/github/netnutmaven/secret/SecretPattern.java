package io.github.netnutmaven.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Bytes that a file contains if it contains a secret in one encoding. Escapes are not among the
 * encodings: each text is also searched {@linkplain Unescaper without its escapes}.
 */
public final class SecretPattern {
  private final Secret secret;
  private final String encoding;
  private final byte[] bytes;

  /**
   * @param encoding the encoding as messages append it to the secret's name, such as {@code , in
   *     hex}; empty for plain text
   */
  private SecretPattern(Secret secret, String encoding, byte[] bytes) {
    this.secret = secret;
    this.encoding = encoding;
    this.bytes = bytes;
  }

  /** All patterns of a secret, those of plain text first. */
  public static List<SecretPattern> of(Secret secret) {
    var value = secret.value();
    var utf8 = value.getBytes(StandardCharsets.UTF_8);
    var patterns = new ArrayList<SecretPattern>();
    patterns.add(new SecretPattern(secret, "", utf8));
    patterns.add(new SecretPattern(secret, "", classFile(value)));
    // A form has a plus sign for each blank. A folded line may have its line break for one.
    patterns.add(text(secret, value.replace(' ', '+')));
    for (int blank = value.indexOf(' '); blank >= 0; blank = value.indexOf(' ', blank + 1)) {
      patterns.add(text(secret, value.substring(0, blank) + value.substring(blank + 1)));
    }
    // If every character is escaped, a backslash of the secret disappears, whatever it precedes.
    patterns.add(text(secret, value.replace("\\", "")));
    patterns.addAll(binary(secret, utf8));
    if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
      var latin1 = value.getBytes(StandardCharsets.ISO_8859_1);
      patterns.add(new SecretPattern(secret, "", latin1));
      patterns.addAll(binary(secret, latin1));
    }
    // For some shells of Windows.
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      patterns.add(new SecretPattern(secret, ", in UTF-16", value.getBytes(charset)));
    }
    return patterns;
  }

  private static SecretPattern text(Secret secret, String text) {
    return new SecretPattern(secret, "", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The characters as class files have them: each UTF-16 unit for itself. */
  private static byte[] classFile(String value) {
    var bytes = new ByteArrayOutputStream();
    value.chars().forEach(unit -> bytes.writeBytes(utf8(unit)));
    return bytes.toByteArray();
  }

  /** UTF-8, in which a surrogate has three bytes, as in class files. */
  static byte[] utf8(int character) {
    return character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE
        ? Character.toString(character).getBytes(StandardCharsets.UTF_8)
        : new byte[] {
          (byte) (0xe0 | (character >> 12)),
          (byte) (0x80 | ((character >> 6) & 0x3f)),
          (byte) (0x80 | (character & 0x3f))
        };
  }

  private static List<SecretPattern> binary(Secret secret, byte[] bytes) {
    var patterns = new ArrayList<SecretPattern>();
    for (var hex : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
      patterns.add(new SecretPattern(secret, ", in hex", ascii(hex.formatHex(bytes))));
    }
    for (var base64 : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
      for (int preceding = 0; preceding < 3; preceding++) {
        var encoded = base64(base64, preceding, bytes);
        patterns.add(new SecretPattern(secret, ", in Base64", encoded));
        // Basic authentication in a secret of Kubernetes, for example.
        for (int outer = 0; outer < 3; outer++) {
          patterns.add(
              new SecretPattern(
                  secret, ", in Base64 in Base64", base64(Base64.getEncoder(), outer, encoded)));
        }
      }
    }
    return patterns;
  }

  /**
   * The Base64 digits that every text around a secret has in common. They depend on how many bytes
   * precede the secret, modulo 3. A digit that also holds bits of a neighbour is not among them.
   */
  private static byte[] base64(Base64.Encoder base64, int preceding, byte[] bytes) {
    var text = new byte[preceding + bytes.length];
    System.arraycopy(bytes, 0, text, preceding, bytes.length);
    int first = (8 * preceding + 5) / 6;
    int end = 8 * text.length / 6;
    return Arrays.copyOfRange(base64.encode(text), first, Math.max(first, end));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What it is a pattern of. */
  public Secret secret() {
    return secret;
  }

  /** The encoding, as messages append it to the secret's name; empty for plain text. */
  public String encoding() {
    return encoding;
  }

  /** The bytes to search for. */
  public byte[] bytes() {
    return bytes;
  }

  /** The same for a text without its escapes. */
  SecretPattern unescaped() {
    var unescaped = new byte[bytes.length];
    int length = Unescaper.append(bytes, 0, bytes.length, unescaped, 0);
    return new SecretPattern(secret, encoding, Arrays.copyOf(unescaped, length));
  }

  /** Whether a text of this length has the pattern at an offset. */
  boolean isAt(byte[] text, int length, int offset) {
    int end = offset + bytes.length;
    return end <= length && Arrays.equals(text, offset, end, bytes, 0, bytes.length);
  }

  /**
   * Whether the text from an offset to its end is a beginning of the pattern, but not all of it.
   */
  boolean beginsAt(byte[] text, int end, int offset) {
    int length = end - offset;
    return length < bytes.length && Arrays.equals(text, offset, end, bytes, 0, length);
  }

  /** Contains no secret. */
  @Override
  public String toString() {
    return secret + encoding;
  }
}
