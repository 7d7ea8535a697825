package io.github.netnutmaven.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A proxy on the way to the API, reached over plain http.
 *
 * @param host its name or address
 * @param port its port
 * @param login its credentials, or null; sent to the proxy alone, as Basic, before it asks
 * @param found where it was found, as a message names it
 */
public record HttpProxy(String host, int port, @Nullable Login login, String found) {
  /**
   * The credentials for a proxy.
   *
   * @param username never printed
   * @param password never printed
   */
  public record Login(String username, String password) {
    /** Shows nothing. */
    @Override
    public String toString() {
      return "Login[]";
    }
  }

  /** Adds the credentials to a request to the proxy itself, not to one through its tunnel. */
  void authorize(HttpRequest request) {
    if (login != null) {
      var pair = login.username() + ":" + login.password();
      request.setHeader(
          "Proxy-Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Host, port, and where it was found. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + found + ")";
  }
}
