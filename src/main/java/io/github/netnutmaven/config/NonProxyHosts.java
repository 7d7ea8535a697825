package io.github.netnutmaven.config;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Matches a host against {@code nonProxyHosts}: patterns with {@code *}, separated by {@code |}.
 */
final class NonProxyHosts {
  private NonProxyHosts() {}

  /**
   * Whether a host matches one of the patterns. Upper case, a dot at the end and the brackets of an
   * IPv6 address make no difference.
   */
  static boolean contain(String patterns, String host) {
    for (var pattern : patterns.split("\\|", -1)) {
      if (!pattern.isBlank() && matches(plain(pattern.strip()), plain(host))) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT)
        .replaceFirst("(?s)^\\[(.*)]$", "$1")
        .replaceFirst("\\.$", "");
  }

  private static boolean matches(String pattern, String name) {
    var regex =
        Stream.of(pattern.split("\\*+", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*", "(?s)", ""));
    return name.matches(regex);
  }
}
