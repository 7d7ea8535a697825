package io.github.netnutmaven.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The API's base address in a normal form: scheme and host in lower case, no slash at the end, no
 * user, query or fragment. Its text has no default port.
 *
 * @param scheme {@code https} or {@code http}
 * @param host a name in ASCII, an IPv4 address, or an IPv6 address in brackets
 * @param port 1 to 65535; the default port of the scheme if the text has none
 * @param path empty, or what follows the port, from its slash on: unreserved characters and
 *     slashes, which mean nothing to a shell
 */
public record ApiUrl(String scheme, String host, int port, String path) {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|::1|127" + ("\\." + OCTET).repeat(3));
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~/-]*");

  /** The address of the service, from its OpenAPI description. */
  public static final ApiUrl DEFAULT = new ApiUrl("https", "customers-api.netnut.io", 443, "/v1");

  /** Reads the parameter {@code apiUrl}, as {@link #parse(String, String)} does. */
  public static ApiUrl parse(String text) throws UserMistakeException {
    return parse(text, "'apiUrl'");
  }

  /**
   * Reads an address as a person writes it.
   *
   * @param where what sets it, for messages
   * @throws UserMistakeException when the text is no http(s) address, or has more than a host, a
   *     port and a plain path
   */
  public static ApiUrl parse(String text, String where) throws UserMistakeException {
    try {
      return parsed(text.strip());
    } catch (UserMistakeException e) {
      throw new UserMistakeException(
          "The address of the API, set by {}, cannot be used: {}. Write it as in {}.",
          where,
          e.message(),
          DEFAULT);
    }
  }

  private static ApiUrl parsed(String text) throws UserMistakeException {
    var uri = uri(text);
    var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw bad("it has to start with https://");
    }
    if (String.valueOf(uri.getRawAuthority()).indexOf('@') >= 0) {
      throw bad("it contains a user name or a password, which belong in the <server>");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw bad("it has a query or a fragment");
    }
    var host = uri.getHost();
    int port = uri.getPort() < 0 ? ownPort(scheme) : uri.getPort();
    // An IPv6 address with a zone has a percent sign.
    if (host == null || host.contains("%") || port < 1 || port > 65_535) {
      throw bad("its host is not a valid name in ASCII, or its port is not from 1 to 65535");
    }
    return new ApiUrl(scheme, host.toLowerCase(Locale.ROOT), port, path(uri.getRawPath()));
  }

  /** Scheme, host and port. */
  public String origin() {
    return scheme + "://" + authority();
  }

  /** The host, and the port unless it is the default port. */
  public String authority() {
    return port == ownPort(scheme) ? host : hostAndPort();
  }

  /** Host and port, also if it is the default port. */
  public String hostAndPort() {
    return host + ":" + port;
  }

  /** Whether requests to it are not encrypted. */
  public boolean isPlain() {
    return scheme.equals("http");
  }

  /** Whether it is a literal name of this machine; no name is resolved to find out. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  /** The same for the host of a proxy, in lower case, which may have no brackets. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** By its text. What the compiler generates would load 80 classes in each build. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ApiUrl url && toString().equals(url.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return origin() + path;
  }

  private static URI uri(String text) throws UserMistakeException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      // The exception quotes the text, which may hold a password.
      throw bad("it is not a valid URL");
    }
  }

  private static int ownPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static String path(String raw) throws UserMistakeException {
    int end = raw.length();
    while (end > 0 && raw.charAt(end - 1) == '/') {
      end--;
    }
    var path = raw.substring(0, end);
    if (!PATH.matcher(path).matches()) {
      throw bad("its path has a character other than letters, digits, '-', '.', '_', '~' and '/'");
    }
    for (var segment : path.split("/", -1)) {
      if (segment.equals(".") || segment.equals("..")) {
        throw bad("its path has dot segments");
      }
    }
    return path;
  }

  /** What is wrong, without a quotation of the text, which may hold a password. */
  private static UserMistakeException bad(String why) {
    return new UserMistakeException("{}", why);
  }
}
