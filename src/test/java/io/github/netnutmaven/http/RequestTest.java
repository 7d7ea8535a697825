package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.LateTiming;
import io.github.netnutmaven.testkit.Loopback;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes that are sent, and the connections and threads that send them. */
@Timeout(60)
class RequestTest {
  @Test
  void login_and_check_go_over_one_connection_with_only_the_necessary_headers() throws Exception {
    try (var server = new FaultServer(json(200, Wire.GRANTED), json(200, "{\"success\":true}"));
        var api = new Wire().open(server.url())) {
      api.check(api.login(Wire.CREDENTIALS));

      assertThat(server.connections()).isEqualTo(1);
      var common =
          List.of(
              "Accept-Encoding: identity",
              "Accept: application/json",
              "Connection: keep-alive",
              "Host: 127.0.0.1:" + server.port(),
              "User-Agent: netnut-maven-plugin");
      var login = server.requests().get(0);
      assertThat(login)
          .startsWith("POST /v1/auth/login HTTP/1.1\r\n")
          .endsWith(
              "\r\n\r\n{\"email\":\"me@example.com\",\"password\":\"" + Wire.PASSWORD + "\"}");
      assertThat(headers(login))
          .containsAll(common)
          .contains("Content-Type: application/json")
          .hasSize(common.size() + 2);
      var check = server.requests().get(1);
      assertThat(check)
          .startsWith("GET /v1/auth/authenticated HTTP/1.1\r\n")
          .doesNotContain(Wire.PASSWORD);
      assertThat(headers(check))
          .containsAll(common)
          .contains("Authorization: " + Wire.TOKEN)
          .hasSize(common.size() + 1);
    }
  }

  private static List<String> headers(String request) {
    return request.substring(0, request.indexOf("\r\n\r\n")).lines().skip(1).toList();
  }

  @Test
  void a_connection_that_the_server_closes_is_replaced() throws Exception {
    try (var server =
            new FaultServer(
                raw(Wire.response(Wire.GRANTED), false), json(200, "{\"success\":true}"));
        var api = new Wire().retries(1).open(server.url())) {
      api.check(api.login(Wire.CREDENTIALS));

      assertThat(server.connections()).isEqualTo(2);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void an_authorization_scheme_comes_before_the_token() throws Exception {
    try (var server = new FaultServer(json(200, "{\"success\":true}"));
        var api = new Wire().scheme("Bearer").open(server.url())) {
      api.check(Wire.TOKEN);

      assertThat(server.requests().get(0))
          .contains("\r\nAuthorization: Bearer " + Wire.TOKEN + "\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fake \"quotes\" and \\backslashes\\ and 'more'",
        "fake <tags> & $dollars {braces} ${env.HOME}",
        "fake\ttab, umläut, e\u0301 and é, \u2028, שלום, 🔑🔑",
        "%41+%00 fake",
      })
  void every_password_arrives_as_it_is(String password) throws Exception {
    assertArrives(password);
    assertArrives(password.repeat(1000 / password.length() + 1));
  }

  private static void assertArrives(String password) throws Exception {
    try (var server = new FaultServer(json(200, Wire.GRANTED));
        var api = new Wire().open(server.url())) {
      api.login(new Credentials("ü@example.com", password, "here"));

      var request = server.requests().get(0);
      var body = new ObjectMapper().readTree(request.substring(request.indexOf("\r\n\r\n") + 4));
      assertThat(body.path("password").asText()).isEqualTo(password);
      assertThat(body.path("email").asText()).isEqualTo("ü@example.com");
      assertThat(body.size()).isEqualTo(2);
    }
  }

  @Test
  void a_closed_client_closes_its_connection() throws Exception {
    try (var server = new FaultServer(json(200, Wire.GRANTED))) {
      try (var api = new Wire().open(server.url())) {
        api.login(Wire.CREDENTIALS);
        server.assertOpenConnections(1);
      }
      server.assertOpenConnections(0);
    }
  }

  @Test
  void the_thread_of_a_request_is_a_daemon_and_ends_with_it() throws Exception {
    var asking = new AtomicReference<Thread>();
    try (var server =
            new FaultServer(
                (connection, closed) -> {
                  asking.set(ours().findFirst().orElseThrow());
                  return json(200, "{\"success\":true}").answer(connection, closed);
                });
        var api = new Wire().open(server.url())) {
      assertNoThread();
      for (int i = 0; i < 100; i++) {
        api.check(Wire.TOKEN);
        assertThat(asking.get().isAlive()).isFalse();
      }
      // A new thread is a daemon if its parent is one.
      assertThat(Thread.currentThread().isDaemon()).isFalse();
      assertThat(asking.get().isDaemon()).isTrue();
    }
  }

  private static void assertAbandoned(String url) throws Exception {
    try (var transport = transport(url, line -> {})) {
      var request = new BasicClassicHttpRequest("GET", "/");
      assertThatThrownBy(() -> transport.send(request, Duration.ofMillis(300)))
          .isInstanceOf(ResponseException.class)
          .hasMessageContaining("no complete response came within 300 ms");
      assertNoThread();
    }
  }

  private static Transport transport(String url, Consumer<Message> info) throws Exception {
    var deadline = new Deadline(Duration.ofMinutes(10), new LateTiming(), info);
    return new Transport(ApiUrl.parse(url), Duration.ofMinutes(10), null, deadline);
  }

  @Test
  void a_response_that_does_not_come_is_waited_for_with_a_line() throws Exception {
    var lines = new ArrayList<String>();
    try (var silent = Loopback.listen();
        var transport =
            transport(
                "http://127.0.0.1:" + silent.getLocalPort(),
                line -> {
                  lines.add(line.toString());
                  Thread.currentThread().interrupt();
                })) {
      var request = new BasicClassicHttpRequest("GET", "/");
      assertThatThrownBy(() -> transport.send(request, Duration.ofSeconds(30)))
          .isInstanceOf(InterruptedException.class);
      assertThat(lines)
          .singleElement()
          .asString()
          .matches("Waiting up to [0-9]+ s for a response of 127\\.0\\.0\\.1:[0-9]+\\.");
    }
  }

  @Test
  void an_attempt_to_connect_is_abandoned_at_the_limit() throws Exception {
    try (var full = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        var first = new Socket(full.getInetAddress(), full.getLocalPort());
        var second = new Socket(full.getInetAddress(), full.getLocalPort())) {
      assertThat(List.of(first.isConnected(), second.isConnected())).containsOnly(true);
      assertAbandoned("http://127.0.0.1:" + full.getLocalPort());
    }
  }

  @Test
  void an_abandoned_connection_opens_no_further_socket() throws Exception {
    try (var server = new FaultServer(json(200, Wire.GRANTED));
        var connection =
            new ApiConnection(ApiUrl.parse(server.url()), Duration.ofMinutes(10), null)) {
      connection.abandon();
      assertThatThrownBy(() -> connection.exchange(new BasicClassicHttpRequest("GET", "/")))
          .isInstanceOf(IOException.class);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void an_endless_handshake_is_abandoned_at_the_limit() throws Exception {
    try (var silent = new ServerSocket(0)) {
      assertAbandoned("https://localhost:" + silent.getLocalPort());
    }
  }

  /** Gives our threads some time to end. */
  private static void assertNoThread() throws InterruptedException {
    for (int i = 0; i < 100 && ours().findAny().isPresent(); i++) {
      Thread.sleep(50);
    }
    assertThat(ours()).isEmpty();
  }

  private static Stream<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("netnut-http"));
  }
}
