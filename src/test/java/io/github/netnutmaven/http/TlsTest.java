package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.Certificates;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.TestProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLS as it goes wrong in the field. The JVM's default context is what the client uses, so each
 * test puts one with its own trust there.
 */
@Timeout(60)
class TlsTest {
  private static final String LOCALHOST = "san=dns:localhost";

  @TempDir private Path folder;
  private SSLContext usual;

  @BeforeEach
  void remembers() throws Exception {
    usual = SSLContext.getDefault();
  }

  @AfterEach
  void restores() {
    SSLContext.setDefault(usual);
  }

  private static FaultServer server(KeyStore keys) throws Exception {
    var socket =
        (SSLServerSocket)
            Certificates.context(keys, keys).getServerSocketFactory().createServerSocket(0);
    return new FaultServer(socket, json(200, Wire.GRANTED));
  }

  private static String url(FaultServer server) {
    return "https://localhost:" + server.port() + "/v1";
  }

  private static void trust(KeyStore store) throws Exception {
    SSLContext.setDefault(Certificates.context(store, store));
  }

  private static void assertFails(FaultServer server, String message) {
    assertThat(new Wire().retries(3).failedLogin(url(server)))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("no trusted TLS connection to localhost:" + server.port())
        .hasMessageContaining(message);
    assertThat(server.requests()).isEmpty();
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void an_authority_of_ones_own_works_when_the_trust_store_has_it() throws Exception {
    var store = Certificates.selfSigned(folder, "good", "-ext", LOCALHOST);
    trust(store);
    try (var server = server(store);
        var api = new Wire().open(url(server))) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_certificate_from_nobody_that_is_known() throws Exception {
    try (var server = server(Certificates.selfSigned(folder, "unknown", "-ext", LOCALHOST))) {
      assertFails(server, "comes from nobody that this Java's own trust store knows");
    }
  }

  @Test
  void an_expired_certificate() throws Exception {
    var authority = KeyStore.getInstance("PKCS12");
    var keys =
        Certificates.signed(
            folder, "old", authority, "-ext", LOCALHOST, "-startdate", "-10d", "-validity", "1");
    trust(authority);
    try (var server = server(keys)) {
      assertFails(server, "its certificate has expired. Check this machine's clock");
    }
  }

  @Test
  void a_certificate_of_the_future() throws Exception {
    var authority = KeyStore.getInstance("PKCS12");
    var keys =
        Certificates.signed(folder, "new", authority, "-ext", LOCALHOST, "-startdate", "+10d");
    trust(authority);
    try (var server = server(keys)) {
      assertFails(server, "its certificate is not valid yet. Check this machine's clock");
    }
  }

  @Test
  void a_certificate_for_another_host() throws Exception {
    for (var name : new String[] {"dns:other.example", "dns:*.localhost", "ip:127.0.0.2"}) {
      var store = Certificates.selfSigned(folder, "n" + name.length(), "-ext", "san=" + name);
      trust(store);
      try (var server = server(store)) {
        assertFails(server, "its certificate is not for it");
      }
    }
  }

  @Test
  void a_certificate_for_a_wildcard_is_good_for_one_level_only() throws Exception {
    var store = Certificates.selfSigned(folder, "wild", "-ext", "san=dns:*.example.test");
    trust(store);
    try (var server = server(store);
        var proxy = new TestProxy(server.port())) {
      // The proxy leads every name to the server, so none of them has to be in the DNS.
      var wire =
          new Wire()
              .retries(3)
              .proxy(new HttpProxy("127.0.0.1", proxy.port(), Optional.empty(), "<proxy> 'x'"));
      for (var host : new String[] {"api.eu.example.test", "example.test"}) {
        assertThat(wire.failedLogin("https://" + host + "/v1"))
            .isInstanceOf(UserMistakeException.class)
            .hasMessageContaining("no trusted TLS connection to " + host + ":443")
            .hasMessageContaining("its certificate is not for it");
      }
      assertThat(server.requests()).isEmpty();
      assertThat(server.connections()).isEqualTo(2);

      try (var api = wire.open("https://api.example.test/v1")) {
        assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      }
    }
  }

  @Test
  void a_server_that_speaks_old_tls_alone() throws Exception {
    // This Java cannot be such a server any more: the alert, protocol_version, is what one sends.
    try (var old = new Replying(new byte[] {0x15, 3, 1, 0, 2, 2, 70})) {
      assertThat(new Wire().retries(3).failedLogin(old.url()))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("found no common TLS");
      assertThat(old.connections).hasValue(1);
    }
  }

  @Test
  void a_plain_port() throws Exception {
    try (var plain = new Replying("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII))) {
      assertThat(new Wire().retries(3).failedLogin(plain.url()))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("it does not speak TLS there. If it is a plain http port");
      assertThat(plain.connections).hasValue(1);
    }
  }

  @Test
  void a_handshake_that_breaks_off_is_tried_again() throws Exception {
    try (var closing = new Replying(new byte[0])) {
      assertThat(new Wire().retries(2).failedLogin(closing.url()))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("(3 tries), but the connection to localhost:")
          .hasMessageContaining("broke");
      assertThat(closing.connections).hasValue(3);
    }
  }

  @Test
  void a_redirect_to_plain_http_is_called_a_downgrade() throws Exception {
    var store = Certificates.selfSigned(folder, "redirects", "-ext", LOCALHOST);
    trust(store);
    try (var other = new FaultServer(json(200, Wire.GRANTED));
        var server =
            new FaultServer(
                Certificates.context(store, store).getServerSocketFactory().createServerSocket(0),
                text("HTTP/1.1 307 X\r\nLocation: " + other.url() + "\r\n", ""))) {
      assertThat(new Wire().retries(3).failedLogin(url(server)))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("(plain http, a downgrade from https)");
      assertThat(server.requests()).hasSize(1);
      assertThat(other.connections()).isZero();
    }
  }

  @Test
  void a_handshake_that_never_ends_ends_in_time() throws Exception {
    try (var silent = new ServerSocket(0)) {
      assertThat(
              new Wire()
                  .timeout(Duration.ofMillis(600))
                  .failedLogin("https://localhost:" + silent.getLocalPort()))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("no complete answer came within");
    }
  }

  @Test
  void a_client_certificate_is_shown_if_the_server_wants_one() throws Exception {
    var store = Certificates.selfSigned(folder, "client", "-ext", LOCALHOST);
    trust(store);
    var socket =
        (SSLServerSocket)
            Certificates.context(store, store).getServerSocketFactory().createServerSocket(0);
    socket.setNeedClientAuth(true);
    try (var server = new FaultServer(socket, json(200, Wire.GRANTED));
        var api = new Wire().open(url(server))) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
    }
  }

  @Test
  void a_proxy_reads_neither_password_nor_token_and_alone_gets_its_own_password() throws Exception {
    var store = Certificates.selfSigned(folder, "tunnel", "-ext", "san=dns:api.invalid");
    trust(store);
    try (var server = server(store);
        var proxy = new TestProxy(server.port())) {
      var through =
          new HttpProxy(
              "127.0.0.1",
              proxy.port(),
              Optional.of(new HttpProxy.Login("me", "fake-proxy-password")),
              "<proxy> 'office'");
      try (var api = new Wire().proxy(through).open("https://api.invalid/v1")) {
        api.check(api.login(Wire.CREDENTIALS));
      }

      assertThat(proxy.heads())
          .singleElement()
          .asString()
          .startsWith("CONNECT api.invalid:443 HTTP/1.1\r\n")
          .contains("\r\nHost: api.invalid:443\r\n", "\r\nUser-Agent: netnut-maven-plugin\r\n")
          .contains("\r\nProxy-Authorization: Basic bWU6ZmFrZS1wcm94eS1wYXNzd29yZA==\r\n");
      assertThat(proxy.read()).doesNotContain(Wire.PASSWORD, Wire.TOKEN, "auth/login");
      assertThat(server.requests())
          .hasSize(2)
          .noneMatch(request -> request.contains("Proxy-Authorization"));
    }
  }

  /** A server that says its word to whatever comes, and no more. */
  private static final class Replying implements AutoCloseable {
    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server = new ServerSocket(0);

    Replying(byte[] word) throws IOException {
      var thread = new Thread(() -> reply(word), "replying");
      thread.setDaemon(true);
      thread.start();
    }

    private void reply(byte[] word) {
      while (!server.isClosed()) {
        try (var connection = server.accept()) {
          connections.incrementAndGet();
          connection.getOutputStream().write(word);
          connection.shutdownOutput();
          // Closed with bytes unread, it would be reset before the word arrives.
          connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
          // The client went away, or the test is over.
        }
      }
    }

    String url() {
      return "https://localhost:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
