package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.raw;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.testkit.Certificates;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.TestProxy;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that arrive before a request is sent are no response to it, whoever sent them. */
@Timeout(60)
class EarlyBytesTest {
  private static final String API = "https://api.invalid/v1";
  private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n";
  private static final String FORGED =
      "HTTP/1.1 200 OK\r\nContent-Length: 39\r\n\r\n"
          + "{\"success\":true,\"token\":\"forged-token\"}"
          + "HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n{\"success\":true}";
  private static final String REFUSED = "{\"success\":false,\"message\":\"genuine\"}";

  @TempDir private Path directory;
  private SSLContext original;
  private KeyStore store;

  @BeforeEach
  void trustTheServer() throws Exception {
    original = SSLContext.getDefault();
    store =
        Certificates.selfSigned(directory, "early", "-ext", "san=dns:api.invalid,dns:localhost");
    SSLContext.setDefault(Certificates.context(store, store));
  }

  @AfterEach
  void restoreTrust() {
    SSLContext.setDefault(original);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\n",
        "\r\n" + FORGED,
        "Content-Length: 5\r\n\r\n" + FORGED,
        "Transfer-Encoding: chunked\r\n\r\n" + FORGED
      })
  void bytes_after_a_proxys_response_to_connect_end_the_login(String rest) throws Exception {
    try (var server = FaultServer.tls(store, json(400, REFUSED));
        var proxy = new TestProxy(server.port(), ESTABLISHED + rest)) {
      assertThat(new Wire().proxy(proxy.port()).failedLogin(API))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " (<proxy> 'office'")
          .hasMessageContaining("sent more than its response to CONNECT")
          .hasMessageNotContaining("forged");
      assertThat(server.requests()).isEmpty();
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @Test
  void a_proxys_forgery_in_place_of_the_handshake_is_not_tls() throws Exception {
    try (var proxy =
        new FaultServer(
            (connection, closed) -> {
              var out = connection.getOutputStream();
              out.write((ESTABLISHED + "\r\n").getBytes(UTF_8));
              connection.getInputStream().read(); // The first byte of the handshake.
              out.write(FORGED.getBytes(UTF_8));
              connection.getInputStream().transferTo(OutputStream.nullOutputStream());
              return false;
            })) {
      assertThat(new Wire().proxy(proxy.port()).failedLogin(API))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("no trusted TLS connection to api.invalid:443");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ESTABLISHED + "Content-Length: 500\r\n\r\n",
        ESTABLISHED + "Transfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.0 200 OK\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 204 OK\r\n\r\n",
        "HTTP/1.1 299 OK\r\nContent-Length: 500\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 X\r\nA: b\r\n\r\n" + ESTABLISHED + "\r\n",
      })
  void a_tunnel_opens_with_every_2xx_status_and_any_stated_length(String established)
      throws Exception {
    try (var server = FaultServer.tls(store, json(200, Wire.GRANTED));
        var proxy = new TestProxy(server.port(), established);
        var api = new Wire().proxy(proxy.port()).open(API)) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  /** Line ends, a second response, and one after a body that is too large for the buffer. */
  private static Stream<String> excess() {
    var padded = Wire.GRANTED.replace("{", "{\"x\":\"" + "y".repeat(60_000) + "\",");
    return Stream.of(
        Wire.response(Wire.GRANTED) + "\r\n",
        Wire.response(Wire.GRANTED) + FORGED,
        Wire.response(padded) + FORGED);
  }

  @ParameterizedTest
  @MethodSource("excess")
  void bytes_after_a_response_are_not_taken_for_the_next_one(String excess) throws Exception {
    try (var server = new FaultServer(raw(excess, true), json(400, REFUSED))) {
      assertTheGenuineResponseDecides(server, new Wire(), server.url());
    }
  }

  @Test
  void bytes_after_a_response_through_a_tunnel_are_not_taken_for_the_next_one() throws Exception {
    try (var server =
            FaultServer.tls(
                store, raw(Wire.response(Wire.GRANTED) + FORGED, true), json(400, REFUSED));
        var proxy = new TestProxy(server.port())) {
      assertTheGenuineResponseDecides(server, new Wire().proxy(proxy.port()), API);
      assertThat(proxy.heads()).hasSize(2);
    }
  }

  private static void assertTheGenuineResponseDecides(FaultServer server, Wire wire, String url)
      throws Exception {
    try (var api = wire.open(url)) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      assertThat(api.check(Wire.TOKEN)).isEqualTo(Verdict.refused("400: \"genuine\""));
      server.assertOpenConnections(1);
    }
    assertThat(server.requests()).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }
}
