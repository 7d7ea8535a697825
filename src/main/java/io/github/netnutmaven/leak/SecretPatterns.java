package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** All forms of a secret that are looked for. */
final class SecretPatterns {
  private final Secret secret;
  private final List<SecretPattern> all = new ArrayList<>();

  private SecretPatterns(Secret secret) {
    this.secret = secret;
  }

  /** The forms of one secret. */
  static List<SecretPattern> of(Secret secret) {
    var patterns = new SecretPatterns(secret);
    patterns.addText();
    patterns.addEscaped();
    patterns.addUtf16();
    for (var bytes : byteForms(secret.value())) {
      patterns.addBase64(bytes);
      patterns.addHex(bytes);
    }
    return patterns.all;
  }

  private void addText() {
    all.add(new SecretPattern(secret, "", characters().mapToObj(Encodings::of).toList()));
  }

  /** Written by somebody who escapes all, letters and digits included. */
  private void addEscaped() {
    for (var hex : Encodings.cases()) {
      add(", escaped", c -> Encodings.prefixed("%", Encodings.utf8(c), hex));
      add(", escaped", c -> Encodings.prefixed("\\x", Encodings.utf8(c), hex));
      add(", escaped", c -> Encodings.unicode(c, hex));
      add(", escaped", c -> "&#x" + Encodings.hexNumber(c, hex) + ";");
    }
    add(", escaped", c -> "&#" + c + ";");
  }

  /** What some shells of Windows write. */
  private void addUtf16() {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      add(
          ", in UTF-16",
          c -> new String(Character.toString(c).getBytes(charset), StandardCharsets.ISO_8859_1));
    }
  }

  private void addBase64(String bytes) {
    for (int before = 0; before < 3; before++) {
      all.add(new SecretPattern(secret, ", in Base64", Base64Encodings.of(bytes, before)));
    }
  }

  private void addHex(String bytes) {
    for (var hex : Encodings.cases()) {
      all.add(
          new SecretPattern(
              secret,
              ", in hex",
              Encodings.prefixed("", bytes, hex)
                  .chars()
                  .mapToObj(Character::toString)
                  .map(Set::of)
                  .toList()));
    }
  }

  private void add(String form, IntFunction<String> spelling) {
    all.add(
        new SecretPattern(
            secret, form, characters().mapToObj(c -> Set.of(spelling.apply(c))).toList()));
  }

  private IntStream characters() {
    return secret.value().codePoints();
  }

  /** Its bytes in UTF-8 and, if it has any, in ISO-8859-1; as characters of the latter. */
  private static Set<String> byteForms(String value) {
    var forms = new LinkedHashSet<String>();
    var utf8 = value.getBytes(StandardCharsets.UTF_8);
    forms.add(new String(utf8, StandardCharsets.ISO_8859_1));
    if (value.chars().allMatch(c -> c < 0x100)) {
      forms.add(value);
    }
    return forms;
  }
}
