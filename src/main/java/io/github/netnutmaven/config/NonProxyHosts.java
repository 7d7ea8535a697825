package io.github.netnutmaven.config;

import java.util.Locale;

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

  /** Looks for the parts between the stars in their order. */
  private static boolean matches(String pattern, String name) {
    var parts = pattern.split("\\*", -1);
    var last = parts[parts.length - 1];
    if (parts.length == 1 || !name.startsWith(parts[0]) || !name.endsWith(last)) {
      return pattern.equals(name);
    }
    int end = 0;
    for (int i = 0; i < parts.length - 1; i++) {
      int start = name.indexOf(parts[i], end);
      if (start < 0) {
        return false;
      }
      end = start + parts[i].length();
    }
    return end + last.length() <= name.length();
  }
}
