package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the proxy on the way to an address: an active {@code <proxy>} of {@code settings.xml}, else
 * what Java's own properties say; loopback is reached directly. Environment variables such as
 * {@code HTTPS_PROXY} are not read: Maven does not, either.
 */
public final class ProxyFinder {
  private final List<Proxy> proxies;
  private final SettingsDecrypter decrypter;
  private final Properties properties;
  private final String files;

  /**
   * Finds nothing yet.
   *
   * @param proxies the {@code <proxies>} of the settings
   * @param decrypter Maven's own
   * @param properties this build's system and user properties
   * @param files the settings files that were read, as a message names them
   */
  public ProxyFinder(
      List<Proxy> proxies, SettingsDecrypter decrypter, Properties properties, String files) {
    this.proxies = proxies;
    this.decrypter = decrypter;
    this.properties = properties;
    this.files = files;
  }

  /**
   * The proxy on the way to the API.
   *
   * @throws UserMistakeException when its password does not decrypt, or its port is none
   */
  public Optional<ProxyChoice> proxyTo(ApiUrl url) throws UserMistakeException {
    if (url.isLoopback()) {
      return Optional.empty();
    }
    var active = active(url.scheme());
    if (active.isEmpty()) {
      return ofJava(url);
    }
    return isDirect(active.get().getNonProxyHosts(), url)
        ? Optional.empty()
        : Optional.of(ofSettings(active.get()));
  }

  /** As Maven itself chooses: the active one of this protocol, else the first that is active. */
  private Optional<Proxy> active(String scheme) {
    var active = proxies.stream().filter(Proxy::isActive).filter(ProxyFinder::hasHost).toList();
    return active.stream()
        .filter(p -> scheme.equalsIgnoreCase(p.getProtocol()))
        .findFirst()
        .or(() -> active.stream().findFirst());
  }

  private static boolean hasHost(Proxy proxy) {
    return proxy.getHost() != null && !proxy.getHost().isBlank();
  }

  private ProxyChoice ofSettings(Proxy proxy) throws UserMistakeException {
    var found = "<proxy> '" + proxy.getId() + "' in " + files;
    var username = Optional.ofNullable(proxy.getUsername()).filter(name -> !name.isBlank());
    var password = username.isPresent() ? password(proxy, found) : "";
    // Of what is no number Maven 3 makes 0; Maven 4 does not start.
    int port = port(proxy.getPort(), found, "its <port>");
    return new ProxyChoice(proxy.getHost(), port, username, password, found);
  }

  private static int port(int port, String found, String where) throws UserMistakeException {
    if (port < 1 || port > 65_535) {
      throw new UserMistakeException(
          "Tried to use the "
              + found
              + ", but "
              + where
              + " is no number from 1 to 65535, so nothing was sent. Correct it.");
    }
    return port;
  }

  private String password(Proxy proxy, String found) throws UserMistakeException {
    var written = proxy.getPassword() == null ? "" : proxy.getPassword();
    var result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy)).getProxy();
    var decrypted = result == null ? null : result.getPassword();
    var value = decrypted == null ? written : decrypted;
    if (value.equals(written) && Ciphertext.isIn(written)) {
      throw new UserMistakeException(
          "Tried to use the "
              + found
              + ", but its <password> does not decrypt, so nothing was sent. "
              + Ciphertext.ADVICE);
    }
    return value;
  }

  private Optional<ProxyChoice> ofJava(ApiUrl url) throws UserMistakeException {
    var host = properties.getProperty(url.scheme() + ".proxyHost", "");
    if (host.isBlank() || isDirect(properties.getProperty("http.nonProxyHosts"), url)) {
      return Optional.empty();
    }
    var found = "-D" + url.scheme() + ".proxyHost";
    return Optional.of(new ProxyChoice(host, portOfJava(url, found), Optional.empty(), "", found));
  }

  private int portOfJava(ApiUrl url, String found) throws UserMistakeException {
    var property = url.scheme() + ".proxyPort";
    var written = properties.getProperty(property, "");
    if (written.isBlank()) {
      return url.isPlain() ? 80 : 443;
    }
    int port = written.matches("[0-9]{1,5}") ? Integer.parseInt(written) : 0;
    return port(port, "proxy of " + found, "-D" + property);
  }

  private static boolean isDirect(@Nullable String nonProxyHosts, ApiUrl url) {
    return nonProxyHosts != null && NonProxyHosts.contain(nonProxyHosts, url.host());
  }
}
