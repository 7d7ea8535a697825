package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.raw;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.testkit.Certificates;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.TestProxy;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrived before a request was sent is no answer to it, whoever sent it. */
@Timeout(60)
class EarlyBytesTest {
  private static final String API = "https://api.invalid/v1";
  private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n";
  private static final String FORGED =
      answer("{\"success\":true,\"token\":\"forged-token\"}") + answer("{\"success\":true}");
  private static final String REFUSED = "{\"success\":false,\"message\":\"genuine\"}";

  @TempDir private Path folder;
  private SSLContext usual;
  private KeyStore store;

  @BeforeEach
  void trusts_the_server() throws Exception {
    usual = SSLContext.getDefault();
    store = Certificates.selfSigned(folder, "early", "-ext", "san=dns:api.invalid,dns:localhost");
    SSLContext.setDefault(Certificates.context(store, store));
  }

  @AfterEach
  void restores() {
    SSLContext.setDefault(usual);
  }

  private static String answer(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private FaultServer tls(FaultServer.Step... script) throws Exception {
    return new FaultServer(
        Certificates.context(store, store).getServerSocketFactory().createServerSocket(0), script);
  }

  private static Wire through(int proxy) {
    return new Wire()
        .retries(3)
        .proxy(new HttpProxy("127.0.0.1", proxy, Optional.empty(), "<proxy> 'office'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n"})
  void a_proxys_forgery_behind_its_answer_to_connect_is_never_taken(String header)
      throws Exception {
    try (var server = tls(json(400, REFUSED));
        var proxy = new TestProxy(server.port(), ESTABLISHED + header + "\r\n" + FORGED)) {
      assertThat(through(proxy.port()).failedLogin(API))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageContaining("the proxy 127.0.0.1:" + proxy.port() + " (<proxy> 'office')")
          .hasMessageContaining("sent more than its answer to CONNECT")
          .hasMessageNotContaining("forged");
      assertThat(server.requests()).isEmpty();
      assertThat(proxy.heads()).hasSize(1);
    }
  }

  @Test
  void a_single_byte_behind_the_answer_to_connect_ends_it_too() throws Exception {
    try (var server = tls(json(200, Wire.GRANTED));
        var proxy = new TestProxy(server.port(), ESTABLISHED + "\r\n\n")) {
      assertThat(through(proxy.port()).failedLogin(API))
          .hasMessageContaining("sent more than its answer to CONNECT");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void a_proxys_forgery_in_place_of_the_handshake_is_no_tls() throws Exception {
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
      assertThat(through(proxy.port()).failedLogin(API))
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
  void a_tunnel_opens_with_every_success_and_whatever_length_it_claims(String established)
      throws Exception {
    try (var server = tls(json(200, Wire.GRANTED));
        var proxy = new TestProxy(server.port(), established);
        var api = through(proxy.port()).open(API)) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_proxy_that_opens_a_tunnel_and_hangs_up_is_asked_again() throws Exception {
    try (var proxy = new TestProxy(ESTABLISHED + "\r\n")) {
      assertThat(through(proxy.port()).retries(2).failedLogin(API))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("(3 tries), but the connection to ")
          .hasMessageContaining("broke");
      assertThat(proxy.heads()).hasSize(3);
    }
  }

  @Test
  void interim_answers_to_connect_without_end_end_in_time() throws Exception {
    var interim = "HTTP/1.1 102 Processing\r\n\r\n".getBytes(UTF_8);
    try (var proxy =
        new FaultServer(
            (connection, closed) -> {
              while (true) {
                connection.getOutputStream().write(interim);
              }
            })) {
      assertThat(through(proxy.port()).timeout(Duration.ofMillis(600)).retries(0).failedLogin(API))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("no complete answer came within");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @Test
  void an_answer_behind_an_answer_is_not_taken_for_the_next_one() throws Exception {
    try (var server =
        new FaultServer(raw(answer(Wire.GRANTED) + FORGED, true), json(400, REFUSED))) {
      assertTheGenuineAnswerDecides(server, new Wire(), server.url());
    }
  }

  @Test
  void an_answer_behind_an_answer_is_not_taken_over_tls_either() throws Exception {
    try (var server = tls(raw(answer(Wire.GRANTED) + FORGED, true), json(400, REFUSED))) {
      assertTheGenuineAnswerDecides(
          server, new Wire(), "https://localhost:" + server.port() + "/v1");
    }
  }

  @Test
  void an_answer_behind_an_answer_is_not_taken_through_a_tunnel_either() throws Exception {
    try (var server = tls(raw(answer(Wire.GRANTED) + FORGED, true), json(400, REFUSED));
        var proxy = new TestProxy(server.port())) {
      assertTheGenuineAnswerDecides(server, through(proxy.port()), API);
      assertThat(proxy.heads()).hasSize(2);
    }
  }

  @Test
  void an_answer_that_is_too_large_for_the_buffer_hides_none_behind_it() throws Exception {
    var padded = Wire.GRANTED.replace("{", "{\"x\":\"" + "y".repeat(30_000) + "\",");
    try (var server = new FaultServer(raw(answer(padded) + FORGED, true), json(400, REFUSED))) {
      assertTheGenuineAnswerDecides(server, new Wire(), server.url());
    }
  }

  @Test
  void a_line_end_behind_an_answer_ends_its_connection() throws Exception {
    try (var server =
        new FaultServer(raw(answer(Wire.GRANTED) + "\r\n", true), json(400, REFUSED))) {
      assertTheGenuineAnswerDecides(server, new Wire(), server.url());
    }
  }

  private static void assertTheGenuineAnswerDecides(FaultServer server, Wire wire, String url)
      throws Exception {
    try (var api = wire.open(url)) {
      assertThat(api.login(Wire.CREDENTIALS)).isEqualTo(Wire.TOKEN);
      assertThat(api.check(Wire.TOKEN)).isEqualTo(Verdict.refused("400: \"genuine\""));
    }
    assertThat(server.requests()).hasSize(2);
    assertThat(server.connections()).isEqualTo(2);
  }
}
