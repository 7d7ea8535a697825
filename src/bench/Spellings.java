package io.github.netnutmaven.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.stream.Collectors;

/**
 * Lists the encodings of secrets that leak-check searches for, one in each line, for a search of
 * fixed strings. Each line escapes all characters in the same way; leak-check itself also finds
 * mixtures, and line breaks in between.
 *
 * <p>Takes the file to write and the secrets. It is in this package because the patterns are not
 * public.
 */
final class Spellings {
  private static final String[] ESCAPES = {"%%%02x", "%%%02X", "\\x%02x", "\\u%04x", "\\u%04X", "&#%d;", "&#x%x;"};

  public static void main(String[] args) throws IOException {
    var all = new LinkedHashSet<String>();
    for (var value : Arrays.asList(args).subList(1, args.length)) {
      for (var pattern : SecretPattern.of(new Secret("bench", value))) {
        var bytes = new String(pattern.bytes(), StandardCharsets.ISO_8859_1);
        // Ugrep accepts no zero byte in a pattern, so it searches without UTF-16.
        if (bytes.indexOf(0) < 0) {
          all.add(bytes);
        }
      }
      for (var escape : ESCAPES) {
        all.add(escaped(value, escape, false));
        all.add(escaped(value, escape, true));
        all.add(escaped(value, escape, false).replace("%", "%25").replace("&", "&amp;").replace("\\", "\\\\"));
      }
    }
    Files.writeString(
        Path.of(args[0]), String.join("\n", all) + "\n", StandardCharsets.ISO_8859_1);
  }

  /** Escapes signs, or every character. */
  private static String escaped(String value, String escape, boolean isWhole) {
    return value
        .chars()
        .mapToObj(
            c ->
                isWhole || !Character.isLetterOrDigit(c)
                    ? String.format(escape, c)
                    : Character.toString(c))
        .collect(Collectors.joining());
  }
}
