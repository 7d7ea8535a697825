package io.github.netnutmaven.config;

import java.util.Locale;

/** Hosts that are reached directly: names and addresses with {@code *}, and {@code |} between. */
final class NonProxyHosts {
  private NonProxyHosts() {}

  /**
   * Whether a host is among them. Case does not count, nor a dot at the end, nor the brackets of an
   * IPv6 address.
   */
  static boolean contain(String patterns, String host) {
    var name = plain(host);
    for (var pattern : patterns.split("\\|", -1)) {
      if (!pattern.isBlank() && matches(plain(pattern.strip()), name)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** Whether the parts between the stars stand in the name, in their order. */
  private static boolean matches(String pattern, String name) {
    var parts = pattern.split("\\*", -1);
    if (parts.length == 1) {
      return pattern.equals(name);
    }
    var first = parts[0];
    var last = parts[parts.length - 1];
    if (!name.startsWith(first)
        || !name.endsWith(last)
        || name.length() < first.length() + last.length()) {
      return false;
    }
    int from = first.length();
    int end = name.length() - last.length();
    for (int i = 1; i < parts.length - 1; i++) {
      int at = name.indexOf(parts[i], from);
      if (at < 0 || at + parts[i].length() > end) {
        return false;
      }
      from = at + parts[i].length();
    }
    return true;
  }
}
