package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.Certificates;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.Loopback;
import io.github.netnutmaven.testkit.TestProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of TLS. The client uses the JVM's default context, so each test sets its own. */
@Timeout(60)
class TlsTest {
  private static final String LOCALHOST = "san=dns:localhost";

  private final AtomicInteger connections = new AtomicInteger();

  @TempDir private Path directory;
  private SSLContext original;

  @BeforeEach
  void keepContext() throws Exception {
    original = SSLContext.getDefault();
  }

  @AfterEach
  void restoreContext() {
    SSLContext.setDefault(original);
  }

  private static FaultServer server(KeyStore keys) throws Exception {
    return FaultServer.tls(keys, json(200, Wire.GRANTED));
  }

  private static String url(FaultServer server) {
    return "https://localhost:" + server.port() + "/v1";
  }

  private static void trust(KeyStore store) throws Exception {
    SSLContext.setDefault(Certificates.context(store, store));
  }

  private static void assertFails(FaultServer server, String message) {
    assertThat(new Wire().failedLogin(url(server)))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("no trusted TLS connection to localhost:" + server.port())
        .hasMessageContaining(message);
    assertThat(server.requests()).isEmpty();
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void a_certificate_of_a_trusted_authority_works() throws Exception {
    var store = Certificates.selfSigned(directory, "good", "-ext", LOCALHOST);
    trust(store);
    try (var server = server(store);
        var api = new Wire().open(url(server))) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_certificate_of_an_unknown_authority_is_named() throws Exception {
    try (var server = server(Certificates.selfSigned(directory, "unknown", "-ext", LOCALHOST))) {
      assertFails(
          server, "this Java's own trust store does not know the authority of its certificate");
    }
  }

  @ParameterizedTest
  @CsvSource({"-10d, its certificate has expired", "+10d, its certificate is not valid yet"})
  void a_certificate_out_of_its_time_is_named(String start, String message) throws Exception {
    var authority = KeyStore.getInstance("PKCS12");
    var keys =
        Certificates.signed(
            directory, "time", authority, "-ext", LOCALHOST, "-startdate", start, "-validity", "1");
    trust(authority);
    try (var server = server(keys)) {
      assertFails(server, message + ". Check this machine's clock");
    }
  }

  @Test
  void a_certificate_for_another_host_is_named() throws Exception {
    for (var name : new String[] {"dns:other.example", "dns:*.localhost", "ip:127.0.0.2"}) {
      var store = Certificates.selfSigned(directory, "n" + name.length(), "-ext", "san=" + name);
      trust(store);
      try (var server = server(store)) {
        assertFails(server, "its certificate is for another host");
      }
    }
  }

  @Test
  void a_wildcard_certificate_is_valid_for_one_level_only() throws Exception {
    var store = Certificates.selfSigned(directory, "wild", "-ext", "san=dns:*.example.test");
    trust(store);
    try (var server = server(store);
        var proxy = new TestProxy(server.port())) {
      // The proxy connects every name to the server, so none has to be in the DNS.
      var wire = new Wire().proxy(proxy.port());
      for (var host : new String[] {"api.eu.example.test", "example.test"}) {
        assertThat(wire.failedLogin("https://" + host + "/v1"))
            .isInstanceOf(UserMistakeException.class)
            .hasMessageContaining("no trusted TLS connection to " + host + ":443")
            .hasMessageContaining("its certificate is for another host");
      }
      assertThat(server.requests()).isEmpty();
      assertThat(server.connections()).isEqualTo(2);

      try (var api = wire.open("https://api.example.test/v1")) {
        assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Java can no longer be a server of old TLS; this is its alert, protocol_version.
    "'\u0015\u0003\u0001\u0000\u0002\u0002F', no TLS version or cipher in common",
    "'HTTP/1.1 400 Bad Request\r\n\r\n', it does not speak TLS there. If it is a plain http port"
  })
  void a_server_of_old_tls_and_a_plain_http_port_are_named(String reply, String message)
      throws Exception {
    try (var server = replying(reply)) {
      assertThat(new Wire().failedLogin("https://localhost:" + server.getLocalPort()))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining(message);
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void https_to_a_server_of_plain_http_is_named_after_one_try() throws Exception {
    try (var silent = new FaultServer(text("HTTP/1.1 404 X\r\n", ""))) {
      assertThat(new Wire().failedLogin("https://localhost:" + silent.port()))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageEndingWith(
              ", but the server at localhost:%d speaks http, not https, there. Correct the scheme or"
                  + " the port of apiUrl.",
              silent.port());
      assertThat(silent.requests()).singleElement().asString().startsWith("HEAD / HTTP/1.1");
      assertThat(silent.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void http_to_a_server_of_tls_is_named_after_one_try(boolean isTrusted) throws Exception {
    var store = Certificates.selfSigned(directory, "only-tls", "-ext", LOCALHOST);
    if (isTrusted) {
      trust(store);
    }
    try (var server = server(store)) {
      assertThat(new Wire().failedLogin("http://localhost:" + server.port()))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("speaks https, not http, there");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void a_handshake_that_breaks_off_is_retried() throws Exception {
    try (var closing = replying("")) {
      assertThat(new Wire().retries(2).failedLogin("https://localhost:" + closing.getLocalPort()))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("(3 tries), but the connection to localhost:")
          .hasMessageContaining("broke");
      // The fourth asks once whether the server speaks plain http.
      assertThat(connections).hasValue(4);
    }
  }

  @Test
  void a_redirect_to_plain_http_is_called_a_downgrade() throws Exception {
    var store = Certificates.selfSigned(directory, "redirects", "-ext", LOCALHOST);
    trust(store);
    try (var other = new FaultServer(json(200, Wire.GRANTED));
        var server =
            FaultServer.tls(
                store, text("HTTP/1.1 307 X\r\nLocation: " + other.url() + "\r\n", ""))) {
      assertThat(new Wire().failedLogin(url(server)))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("(plain http, a downgrade from https)");
      assertThat(server.requests()).hasSize(1);
      assertThat(other.connections()).isZero();
    }
  }

  @Test
  void a_client_certificate_is_sent_if_the_server_wants_one() throws Exception {
    var store = Certificates.selfSigned(directory, "client", "-ext", LOCALHOST);
    trust(store);
    var socket = Certificates.listen(store);
    socket.setNeedClientAuth(true);
    try (var server = new FaultServer(socket, json(200, Wire.GRANTED));
        var api = new Wire().open(url(server))) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
    }
  }

  @Test
  void a_proxy_reads_neither_password_nor_token_and_only_it_gets_its_own_password()
      throws Exception {
    var store = Certificates.selfSigned(directory, "tunnel", "-ext", "san=dns:api.invalid");
    trust(store);
    try (var server = server(store);
        var proxy = new TestProxy(server.port())) {
      try (var api = new Wire().proxy(proxy.port()).open("https://api.invalid/v1")) {
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
          .allMatch(request -> request.contains("\r\nHost: api.invalid\r\n"))
          .noneMatch(request -> request.contains("Proxy-Authorization"));
    }
  }

  /** Listens, and answers each connection with the same bytes. */
  private ServerSocket replying(String bytes) throws IOException {
    var server = Loopback.listen();
    Loopback.serve(server, connection -> reply(connection, bytes));
    return server;
  }

  private void reply(Socket connection, String bytes) {
    connections.incrementAndGet();
    try (connection) {
      connection.getOutputStream().write(bytes.getBytes(US_ASCII));
      connection.shutdownOutput();
      // Unread bytes would reset the connection before the client has read the response.
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // The client went away.
    }
  }
}
