package io.github.netnutmaven.http;

import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthExchange;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicScheme;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;

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

  /** Has it get its credentials without being asked; it alone gets them. */
  void logIn(HttpClientContext context) {
    login.ifPresent(
        l -> {
          var basic = new BasicScheme();
          basic.initPreemptive(
              new UsernamePasswordCredentials(l.username(), l.password().toCharArray()));
          var exchange = new AuthExchange();
          exchange.select(basic);
          context.setAuthExchange(address(), exchange);
        });
  }

  /** Host, port, and where it was found. */
  @Override
  public String toString() {
    return host + ":" + port + " (" + found + ")";
  }
}
