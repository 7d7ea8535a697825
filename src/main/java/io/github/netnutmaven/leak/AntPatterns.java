package io.github.netnutmaven.leak;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Paths that are meant by patterns as Ant has them: {@code ?} is a character, {@code *} any number
 * of them, {@code **} any number of folders, and a pattern that ends with {@code /} means all that
 * is below.
 */
public final class AntPatterns {
  private final List<Pattern> patterns;

  /** Patterns that mean what any one of them means. */
  public AntPatterns(List<String> patterns) {
    this.patterns =
        patterns.stream()
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(AntPatterns::regex)
            .toList();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * Whether a path is meant.
   *
   * @param path relative, with {@code /}
   */
  public boolean match(String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  private static Pattern regex(String pattern) {
    var path = pattern.replace('\\', '/').replaceFirst("^(?:\\./|/)+", "");
    path = path.replaceAll("(?:\\*\\*/+)+", "**/");
    var folders = (path.endsWith("/") ? path + "**" : path).split("/+", -1);
    var regex = new StringBuilder();
    for (int i = 0; i < folders.length; i++) {
      boolean last = i == folders.length - 1;
      if (folders[i].equals("**")) {
        // A slash that came before is only there if something comes after it.
        regex.append(last ? (i == 0 ? ".*" : "(?:/.*)?") : (i == 0 ? "(?:.*/)?" : "/(?:.*/)?"));
      } else {
        boolean afterFolder = i > 0 && !folders[i - 1].equals("**");
        regex.append(afterFolder ? "/" : "").append(name(folders[i]));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private static String name(String name) {
    var regex = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      regex.append(
          switch (c) {
            case '*' -> "[^/]*";
            case '?' -> "[^/]";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    return regex.toString();
  }
}
