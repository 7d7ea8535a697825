package io.github.netnutmaven.leak;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All patterns of a secret: one for each encoding that is searched for. */
final class SecretPatterns {
  private final Secret secret;
  private final List<SecretPattern> patterns = new ArrayList<>();

  private SecretPatterns(Secret secret) {
    this.secret = secret;
  }

  static List<SecretPattern> of(Secret secret) {
    var patterns = new SecretPatterns(secret);
    patterns.addText();
    patterns.addEscaped();
    patterns.addUtf16(StandardCharsets.UTF_16LE);
    patterns.addUtf16(StandardCharsets.UTF_16BE);
    patterns.addBinary();
    return patterns.patterns;
  }

  private void addText() {
    patterns.add(new SecretPattern(secret, "", characters().mapToObj(Encodings::of).toList()));
  }

  /** For writers that escape everything, letters and digits included. */
  private void addEscaped() {
    for (var hex : Encodings.hexCases()) {
      add(", escaped", characters(), c -> Encodings.prefixed("%", Encodings.utf8(c), hex));
      add(", escaped", characters(), c -> Encodings.prefixed("\\x", Encodings.utf8(c), hex));
      add(", escaped", characters(), c -> Encodings.unicode(c, hex));
      add(", escaped", characters(), c -> "&#x" + Encodings.hexNumber(c, hex) + ";");
    }
    add(", escaped", characters(), c -> "&#" + c + ";");
  }

  /** For some shells of Windows. */
  private void addUtf16(Charset charset) {
    add(
        ", in UTF-16",
        characters(),
        c -> new String(Character.toString(c).getBytes(charset), StandardCharsets.ISO_8859_1));
  }

  /** Base64 and hex of the secret's bytes in UTF-8 and, if it has only such characters, Latin-1. */
  private void addBinary() {
    var value = secret.value();
    var utf8 = Encodings.latin1(value.getBytes(StandardCharsets.UTF_8));
    boolean isLatin1 = value.chars().allMatch(c -> c < 0x100);
    Stream.of(utf8, isLatin1 ? value : utf8).distinct().forEach(this::addBinary);
  }

  private void addBinary(String bytes) {
    for (int preceding = 0; preceding < 3; preceding++) {
      patterns.add(new SecretPattern(secret, ", in Base64", Base64Encodings.of(bytes, preceding)));
    }
    for (var hex : Encodings.hexCases()) {
      add(", in hex", Encodings.prefixed("", bytes, hex).chars(), Character::toString);
    }
  }

  /** Adds a pattern whose symbols are written in one way only. */
  private void add(String encoding, IntStream symbols, IntFunction<String> written) {
    patterns.add(
        new SecretPattern(secret, encoding, symbols.mapToObj(written).map(Set::of).toList()));
  }

  private IntStream characters() {
    return secret.value().codePoints();
  }
}
