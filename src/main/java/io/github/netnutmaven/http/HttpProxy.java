package io.github.netnutmaven.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;

/**
 * A proxy on the way to the API.
 *
 * @param host its name or address
 * @param port its port
 * @param login what it asks for, if anything; sent to it alone, as Basic, without being asked
 * @param found where it was found, as a message names it
 */
public record HttpProxy(String host, int port, Optional<Login> login, String found) {
  /**
   * What a proxy asks for.
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

  /** Its address; what goes to it itself is plain http. */
  HttpHost address() {
    return new HttpHost("http", host, port);
  }

  /**
   * Gives it its credentials without being asked, as Basic; a request through a tunnel has none.
   */
  void logIn(HttpRequest request) {
    if (login.isPresent()) {
      var pair = login.get().username() + ":" + login.get().password();
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
