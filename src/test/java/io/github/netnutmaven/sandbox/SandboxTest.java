package io.github.netnutmaven.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SandboxTest {
  private static final String ACCOUNT =
      "{\"email\":\"sandbox@example.com\",\"password\":\"sandbox\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  private Instant now = Instant.parse("2026-11-24T12:00:00.500Z");
  private Sandbox sandbox;

  @BeforeEach
  void starts() throws IOException {
    var clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    sandbox = Sandbox.start(0, Duration.ofSeconds(60), clock);
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

  @Test
  void gives_its_account_tokens_that_it_accepts_until_they_end() throws Exception {
    var token = login();

    assertThat(check(token)).isEqualTo(200);
    assertThat(login()).isNotEqualTo(token);
    now = now.plusSeconds(60).minusMillis(1);
    assertThat(check(token)).isEqualTo(200);
    now = now.plusMillis(1);
    assertThat(check(token)).isEqualTo(400);
  }

  @Test
  void its_tokens_tell_when_they_end() throws Exception {
    var claims =
        new String(
            Base64.getUrlDecoder().decode(login().split("\\.", -1)[1]), StandardCharsets.UTF_8);

    assertThat(claims).contains("\"exp\":" + (now.getEpochSecond() + 60) + ".500}");
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
  void refuses_every_other_account(String body) throws Exception {
    var response = send("POST", "/auth/login", body, "");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).startsWith("{\"success\":false,\"message\":\"");
  }

  @Test
  void takes_the_bare_token_alone() throws Exception {
    var token = login();

    assertThat(check("Bearer " + token)).isEqualTo(400);
    assertThat(check("nonsense")).isEqualTo(400);
    assertThat(check("")).isEqualTo(400);
  }

  @Test
  void a_real_password_sent_to_it_by_mistake_is_not_printed() {
    var body = "{\"email\":\"me@example.com\",\"password\":\"fake-real\"}";
    var request = LoginRequest.parse(body.getBytes(StandardCharsets.UTF_8)).orElseThrow();

    assertThat(request.password()).isEqualTo("fake-real");
    assertThat(request).hasToString("LoginRequest[]");
    assertThat(SandboxResponse.success("fake-token")).hasToString("SandboxResponse[200]");
  }

  @Test
  void its_tokens_are_jwts_in_form_and_never_the_same() throws Exception {
    var tokens = new HashSet<String>();
    for (int i = 0; i < 50; i++) {
      var token = login();
      assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]{43}");
      tokens.add(token);
    }
    assertThat(tokens).hasSize(50).allSatisfy(token -> assertThat(check(token)).isEqualTo(200));
  }

  @Test
  void knows_two_calls() throws Exception {
    assertThat(send("GET", "/auth/login", "", "").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/auth/authenticated", "", "").statusCode()).isEqualTo(405);
    assertThat(send("POST", "/auth/other", ACCOUNT, "").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/auth/login/", ACCOUNT, "").statusCode()).isEqualTo(404);
  }

  @Test
  void says_which_method_a_call_has() throws Exception {
    assertThat(send("GET", "/auth/login", "", "").headers().firstValue("Allow")).hasValue("POST");
    assertThat(send("POST", "/auth/authenticated", "", "").headers().firstValue("Allow"))
        .hasValue("GET");
  }

  @Test
  void answers_in_json() throws Exception {
    assertThat(send("POST", "/auth/login", ACCOUNT, "").headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
  }

  @Test
  void reads_a_body_of_up_to_64_kib() throws Exception {
    var longest = ACCOUNT + " ".repeat(64 * 1024 - ACCOUNT.length());

    assertThat(send("POST", "/auth/login", longest, "").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/auth/login", longest + " ", "").statusCode()).isEqualTo(413);
  }

  @Test
  void keeps_no_build_from_ending() throws Exception {
    login();

    assertThat(threads()).isNotEmpty().allMatch(Thread::isDaemon);
  }

  @Test
  void frees_its_port_and_ends_its_threads() throws Exception {
    login();
    int port = URI.create(sandbox.url()).getPort();
    assertThatThrownBy(() -> Sandbox.start(port, Duration.ofHours(1), Clock.systemUTC()))
        .isInstanceOf(IOException.class);

    sandbox.close();

    Sandbox.start(port, Duration.ofHours(1), Clock.systemUTC()).close();
    for (int i = 0; i < 200 && !threads().isEmpty(); i++) {
      Thread.sleep(25);
    }
    assertThat(threads()).isEmpty();
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("netnut-"))
        .toList();
  }
}
