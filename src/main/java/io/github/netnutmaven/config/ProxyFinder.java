package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the proxy for an address: an active {@code <proxy>} of {@code settings.xml}, or else the
 * one in Java's properties. Environment variables such as {@code HTTPS_PROXY} are not read, as in
 * Maven itself.
 *
 * <p>The {@code ProxySelector} of Maven Resolver cannot replace this class (tried with Maven 3.6.3,
 * 3.8.9, 3.9.16, 3.10.0, 4.0.0-rc-5 and 4.0.0-rc-6). It ignores Java's properties, and in {@code
 * nonProxyHosts} it matches no IPv6 address, no name with blanks around it and no name with a dot
 * at its end. Its proxies have no id for a message, and in Maven 3 a password that does not decrypt
 * is passed on as ciphertext.
 */
public final class ProxyFinder {
  private final List<Proxy> proxies;
  private final SettingsDecrypter decrypter;
  private final Properties properties;
  private final String files;

  /**
   * @param proxies the {@code <proxies>} of the settings; Maven has checked that each has a host
   * @param decrypter Maven's own
   * @param properties the system and user properties of this build
   * @param files the settings files that Maven read, as a message names them
   */
  public ProxyFinder(
      List<Proxy> proxies, SettingsDecrypter decrypter, Properties properties, String files) {
    this.proxies = proxies;
    this.decrypter = decrypter;
    this.properties = properties;
    this.files = files;
  }

  /**
   * The proxy for the API; null if the API is reached directly, as on this machine.
   *
   * @throws UserMistakeException if the proxy's password does not decrypt, or its port is not one
   */
  public @Nullable HttpProxy proxyTo(ApiUrl url) throws UserMistakeException {
    if (url.isLoopback()) {
      return null;
    }
    var proxy = activeProxy(url.scheme());
    if (proxy == null) {
      return ofJava(url);
    }
    return isDirect(proxy.getNonProxyHosts(), url) ? null : ofSettings(proxy);
  }

  /** The first active proxy for this scheme, or else the first active one. */
  private @Nullable Proxy activeProxy(String scheme) {
    Proxy first = null;
    for (var proxy : proxies) {
      if (proxy.isActive()) {
        if (scheme.equalsIgnoreCase(proxy.getProtocol())) {
          return proxy;
        }
        first = first == null ? proxy : first;
      }
    }
    return first;
  }

  private HttpProxy ofSettings(Proxy proxy) throws UserMistakeException {
    var found = "<proxy> '" + proxy.getId() + "' in " + files;
    boolean hasUser = proxy.getUsername() != null && !proxy.getUsername().isBlank();
    // Maven 3 reads a port that is not a number as 0; Maven 4 does not start.
    return new HttpProxy(
        proxy.getHost(),
        checkedPort(proxy.getPort(), found, "its <port>"),
        hasUser ? proxy.getUsername() : null,
        hasUser ? password(proxy, found) : "",
        found);
  }

  private String password(Proxy proxy, String found) throws UserMistakeException {
    var written = proxy.getPassword();
    if (written == null) {
      return "";
    }
    var decrypted = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy)).getProxy();
    return Ciphertext.checked(written, decrypted.getPassword(), "Tried to use the " + found);
  }

  private @Nullable HttpProxy ofJava(ApiUrl url) throws UserMistakeException {
    var host = properties.getProperty(url.scheme() + ".proxyHost", "");
    if (host.isBlank() || isDirect(properties.getProperty("http.nonProxyHosts"), url)) {
      return null;
    }
    var found = "-D" + url.scheme() + ".proxyHost";
    var property = url.scheme() + ".proxyPort";
    var port = properties.getProperty(property, "");
    if (port.isBlank()) {
      port = url.isPlain() ? "80" : "443";
    }
    int number = port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0;
    return new HttpProxy(
        host, checkedPort(number, "proxy of " + found, "-D" + property), null, "", found);
  }

  private static int checkedPort(int port, String proxy, String field) throws UserMistakeException {
    if (port < 1 || port > 65_535) {
      throw new UserMistakeException(
          "Tried to use the {}, but {} is not a number from 1 to 65535, so nothing was sent."
              + " Correct it.",
          proxy,
          field);
    }
    return port;
  }

  /**
   * Whether a host matches one of the patterns, which have {@code *} and are separated by {@code
   * |}. Upper case, a dot at the end and the brackets of an IPv6 address make no difference.
   */
  private static boolean isDirect(@Nullable String nonProxyHosts, ApiUrl url) {
    for (var pattern : (nonProxyHosts == null ? "" : nonProxyHosts).split("\\|", -1)) {
      var regex = Pattern.quote(plain(pattern.strip())).replace("*", "\\E.*\\Q");
      if (!pattern.isBlank() && plain(url.host()).matches(regex)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String host) {
    return host.toLowerCase(Locale.ROOT).replaceFirst("^\\[(.*)]$", "$1").replaceFirst("\\.$", "");
  }
}
