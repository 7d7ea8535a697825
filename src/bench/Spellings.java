package io.github.netnutmaven.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;

/**
 * Lists the spellings of secrets that leak-check looks for, one a line, for a search of fixed
 * strings: each secret in each of its forms, all of it spelled in the same way. Leak-check itself
 * finds mixed spellings, and line breaks in between, too.
 *
 * <p>Takes the file and the secrets. It is compiled into this package because the forms are nobody
 * else's.
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
          // ugrep takes no zero byte in a pattern: it searches without the forms in UTF-16.
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
