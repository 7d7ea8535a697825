package io.github.netnutmaven.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SandboxTest {
  private static final String ACCOUNT =
      "{\"email\":\"sandbox@example.com\",\"password\":\"sandbox\"}";

  @TempDir private Path responses;

  private final HttpClient http = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private Sandbox sandbox;

  @BeforeEach
  void starts() throws IOException {
    sandbox = start(0);
  }

  private Sandbox start(int port) throws IOException {
    InstantSource source = () -> now;
    var clock = source.withZone(ZoneOffset.UTC);
    return Sandbox.start(
        port, Duration.ofSeconds(60), clock, warnings::add, () -> List.of(responses));
  }

  @AfterEach
  void ends() {
    sandbox.close();
  }

  private HttpResponse<String> send(String method, String path, String body, String token)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + path))
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", token);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private String login() throws Exception {
    var body = send("POST", "/auth/login", ACCOUNT, "").body();
    return body.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
  }

  private int check(String token) throws Exception {
    return send("GET", "/auth/authenticated", "", token).statusCode();
  }

  private int port() {
    return URI.create(sandbox.url()).getPort();
  }

  private Socket connect() throws IOException {
    var client = new Socket(InetAddress.getLoopbackAddress(), port());
    client.setSoTimeout(30_000);
    return client;
  }

  @Test
  void a_token_is_accepted_until_it_expires_and_says_when() throws Exception {
    var token = login();

    assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{43}").isNotEqualTo(login());
    assertThat(claims(token)).contains("\"exp\":" + (now.getEpochSecond() + 60) + "}");
    now = now.plusSeconds(60).minusMillis(1);
    assertThat(check(token)).isEqualTo(200);
    now = now.plusMillis(1);
    assertThat(check(token)).isEqualTo(400);
  }

  private static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  @Test
  void a_token_that_is_changed_or_of_another_sandbox_is_refused() throws Exception {
    var token = login();
    var parts = token.split("\\.", -1);
    var later = claims(token).replace("\"exp\":1", "\"exp\":2");
    for (var changed : List.of(later, later.replaceFirst(",\"exp\".*", "}"), "", "!")) {
      var forged =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(changed.getBytes(StandardCharsets.UTF_8));
      assertThat(check(parts[0] + "." + forged + "." + parts[2])).isEqualTo(400);
      assertThat(check(parts[0] + ".!" + forged + "." + parts[2])).isEqualTo(400);
    }
    sandbox.close();
    sandbox = start(0);
    assertThat(check(token)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"sandbox@example.com\",\"password\":\"Sandbox\"}",
        "{\"email\":\"Sandbox@example.com\",\"password\":\"sandbox\"}",
        "{\"email\":\"sandbox@example.com\"}",
        "{\"email\":\"sandbox@example.com\",\"password\":7}",
        "[]",
        "",
        "{\"email\":",
      })
  void any_other_account_is_refused(String body) throws Exception {
    var response = send("POST", "/auth/login", body, "");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("{\"success\":false,\"message\":\"");
  }

  @Test
  void a_token_is_accepted_only_without_a_scheme() throws Exception {
    var token = login();

    assertThat(check("nonsense")).isEqualTo(400);
    assertThat(check("")).isEqualTo(400);
    assertThat(warnings).isEmpty();
    var response = send("GET", "/customer/usage/myusage", "", "bearer " + token);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("without Bearer");
    assertThat(warnings)
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("the API takes the bare token")
        .doesNotContain(token);
  }

  @Test
  void a_client_of_TLS_is_answered_at_once_and_warned_of() throws Exception {
    try (var client = (SSLSocket) SSLSocketFactory.getDefault().createSocket("127.0.0.1", port())) {
      client.setSoTimeout(30_000);

      assertThatThrownBy(client::startHandshake)
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("Unsupported or unrecognized SSL message");
    }
    assertThat(warnings).singleElement(InstanceOfAssertFactories.STRING).contains("not https://");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /auth/login",
    "POST, /auth/authenticated",
    "POST, /auth/other",
    "POST, /auth/login/",
    "GET, /../usage"
  })
  void another_method_or_path_is_not_found(String method, String path) throws Exception {
    assertThat(send(method, path, ACCOUNT, login()).statusCode()).isEqualTo(404);
  }

  @Test
  void a_body_of_more_than_64_kib_is_refused() throws Exception {
    var longest = ACCOUNT + " ".repeat(64 * 1024 - ACCOUNT.length());

    assertThat(send("POST", "/auth/login", longest, "").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/auth/login", longest + " ", "").statusCode()).isEqualTo(413);
  }

  @Test
  void a_file_responds_to_another_call_with_a_token() throws Exception {
    Files.createDirectories(responses.resolve("GET"));
    Files.writeString(responses.resolve("GET/usage.json"), "{\"used\":1}");

    var response = send("GET", "/usage?from=today", "", login());
    assertThat(response.body()).isEqualTo("{\"used\":1}");
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=UTF-8");
    assertThat(send("GET", "/usage", "", "nonsense").statusCode()).isEqualTo(401);
  }

  @Test
  void closing_frees_the_port_and_ends_the_threads() throws Exception {
    login();
    int port = port();
    assertThatThrownBy(() -> start(port)).isInstanceOf(IOException.class);

    sandbox.close();

    start(port).close();
    for (int i = 0; i < 200 && hasThreads(); i++) {
      Thread.sleep(25);
    }
    assertThat(hasThreads()).isFalse();
  }

  private static boolean hasThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().matches("HTTP-(?:listener|worker)-.*"));
  }

  /** The server of Java wrote two packets, of which the second waited 40 ms. */
  @Test
  @Timeout(5)
  void a_thousand_calls_on_one_connection_do_not_wait() throws Exception {
    var token = login();
    var request = "GET /v1/auth/authenticated HTTP/1.1\r\nHost: x\r\nAuthorization: " + token;
    try (var socket = connect()) {
      var in = socket.getInputStream();
      for (int i = 0; i < 1000; i++) {
        socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        var response = new StringBuilder();
        while (response.indexOf(token + "\"}") < 0) {
          response.append((char) in.read());
        }
      }
    }
  }

  @Test
  void logins_need_no_memory() {
    var tokens = new SandboxTokens(Duration.ofHours(24), Clock.systemUTC());
    var first = tokens.issue();
    long before = heap();
    for (int i = 0; i < 100_000; i++) {
      tokens.issue();
    }
    assertThat(heap() - before).isLessThan(4 << 20);
    assertThat(tokens.isGood(first)).isTrue();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void two_hundred_connections_at_once_are_served_while_fifty_are_idle() throws Exception {
    var idle = new ArrayList<Socket>();
    for (int i = 0; i < 50; i++) {
      idle.add(connect());
    }
    var calls = new ArrayList<Socket>();
    for (int i = 0; i < 150; i++) {
      calls.add(connect());
    }
    for (var call : calls) {
      call.getOutputStream()
          .write("GET /v1/x HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    for (var call : calls) {
      var status = call.getInputStream().readNBytes("HTTP/1.1 404".length());
      assertThat(status).asString(StandardCharsets.US_ASCII).isEqualTo("HTTP/1.1 404");
      call.close();
    }
    sandbox.close();
    for (var each : idle) {
      assertThat(each.getInputStream().read()).isEqualTo(-1);
      each.close();
    }
  }
}
