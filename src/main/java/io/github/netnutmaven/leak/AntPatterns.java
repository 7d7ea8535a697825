package io.github.netnutmaven.leak;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matches paths against Ant patterns: {@code ?} is one character, {@code *} any number of them,
 * {@code **} any number of directories. A pattern that ends with {@code /} matches everything below
 * that directory.
 */
public final class AntPatterns {
  private static final Pattern TOKEN =
      Pattern.compile("/\\*\\*$|(?<=^|/)\\*\\*(?:/|$)|[*?]|/|[^*?/]+");

  private final List<Pattern> patterns;

  /**
   * Reads the patterns; blank ones are ignored.
   *
   * @param patterns a path matches if it matches any of them
   */
  public AntPatterns(List<String> patterns) {
    this.patterns =
        patterns.stream()
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(AntPatterns::compile)
            .toList();
  }

  /** Whether there are no patterns. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * Whether a path matches.
   *
   * @param path relative, with {@code /} between its names
   */
  public boolean match(String path) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
  }

  private static Pattern compile(String pattern) {
    var path = pattern.replace('\\', '/').replaceAll("/+", "/").replaceFirst("^(?:\\./|/)+", "");
    var regex =
        TOKEN
            .matcher(path.endsWith("/") ? path + "**" : path)
            .replaceAll(token -> Matcher.quoteReplacement(regex(token.group())));
    return Pattern.compile(regex, Pattern.DOTALL);
  }

  private static String regex(String token) {
    return switch (token) {
      case "**" -> ".*";
      case "**/" -> "(?:.*/)?";
      case "/**" -> "(?:/.*)?";
      case "*" -> "[^/]*";
      case "?" -> "[^/]";
      default -> Pattern.quote(token);
    };
  }
}
