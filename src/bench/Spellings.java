package io.github.netnutmaven.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;

/**
 * Lists the encodings of secrets that leak-check searches for, one in each line, for a search of
 * fixed strings. Each line writes all symbols in the same way; leak-check itself also finds
 * mixtures, and line breaks in between.
 *
 * <p>Takes the file to write and the secrets. It is in this package because the patterns are not
 * public.
 */
final class Spellings {
  public static void main(String[] args) throws IOException {
    var all = new LinkedHashSet<String>();
    for (var value : Arrays.asList(args).subList(1, args.length)) {
      for (var pattern : SecretPatterns.of(new Secret("bench", value))) {
        int ways = 1;
        for (int symbol = 0; symbol < pattern.length(); symbol++) {
          ways = Math.max(ways, pattern.encodings(symbol).length);
        }
        for (int way = 0; way < ways; way++) {
          var spelled = spelled(pattern, way);
          // Ugrep accepts no zero byte in a pattern, so it searches without UTF-16.
          if (spelled.indexOf(0) < 0) {
            all.add(spelled);
          }
        }
      }
    }
    Files.writeString(
        Path.of(args[0]), String.join("\n", all) + "\n", StandardCharsets.ISO_8859_1);
  }

  private static String spelled(SecretPattern pattern, int way) {
    var text = new ByteArrayOutputStream();
    for (int symbol = 0; symbol < pattern.length(); symbol++) {
      var encodings = pattern.encodings(symbol);
      text.writeBytes(encodings[Math.min(way, encodings.length - 1)]);
    }
    return text.toString(StandardCharsets.ISO_8859_1);
  }
}
