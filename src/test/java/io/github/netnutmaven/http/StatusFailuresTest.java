package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.testkit.FaultServer;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The meaning of each status, and the number of requests it costs. */
@Timeout(60)
class StatusFailuresTest {
  private static final String SAID = "{\"success\":false,\"message\":\"Said so\"}";

  @ParameterizedTest
  @CsvSource({
    "400, the server refused (400): \"Said so\". Check <server> 'netnut' in settings.xml.",
    "401, the server refused (401): \"Said so\". Check <server> 'netnut' in settings.xml.",
    "403, the account may not log in from here (403): \"Said so\"",
    "404, the API is not there (404)",
    "405, the API is not there (405)",
    "406, does not speak the API's language (406)",
    "407, 'a proxy wants credentials (407), but none is configured'",
    "409, the server rejected the request (409)",
    "410, the API is not there (410)",
    "413, the request was too large for the server (413)",
    "414, the request was too large for the server (414)",
    "415, does not speak the API's language (415)",
    "418, the server rejected the request (418)",
    "431, the request was too large for the server (431)",
    "499, the server rejected the request (499)",
    "501, the API is not there (501)",
    "505, the API is not there (505)",
  })
  void a_status_that_the_user_has_to_fix_ends_a_login_after_one_request(int status, String message)
      throws Exception {
    try (var server = new FaultServer(json(status, SAID))) {
      assertThat(new Wire().failedLogin(server))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageStartingWith(
              "Tried to log in to " + server.url() + " as m***@example.com, but ")
          .hasMessageContaining(message);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 205, 299, 600, 999})
  void a_status_that_the_api_does_not_use_is_a_wrong_response(int status) throws Exception {
    new Wire()
        .loginFailsAfter(1, json(status, ""))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("the API does not use the response's status, " + status + ".");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void a_service_that_reports_an_error_is_called_again_as_often_as_allowed(int status)
      throws Exception {
    new Wire()
        .loginFailsAfter(4, json(status, "{\"password\":\"" + Wire.PASSWORD + "\"}"))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("(4 tries), but the service reported an error (" + status + ")");
  }

  @Test
  void a_login_succeeds_after_trouble_that_passes() throws Exception {
    new Wire()
        .retries(2)
        .loginSucceedsAfter(
            4, json(500, ""), json(429, ""), json(502, ""), json(200, Wire.GRANTED));
  }

  @Test
  void throttling_for_ever_ends_after_eight_requests() throws Exception {
    new Wire()
        .retries(0)
        .loginFailsAfter(8, json(429, ""))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("(8 tries), but the service is called too often (429)");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void a_retry_after_that_does_not_fit_ends_the_login_at_once(int status) throws Exception {
    var head = "HTTP/1.1 " + status + " X\r\nRetry-After: 3600\r\n";
    new Wire()
        .loginFailsAfter(1, text(head, ""))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("it asks to wait 3600 s, but of 20 s for the whole goal");
  }

  @ParameterizedTest
  @CsvSource({
    "400, <html>blocked</html>, 'HTML, not JSON'",
    "403, <html>blocked</html>, 'HTML, not JSON'",
    "400, '', an empty body",
    "403, [], a body that is not one valid JSON object",
    "403, denied, a body that is not one valid JSON object",
  })
  void a_400_or_403_without_a_json_object_is_no_answer_of_the_api(
      int status, String body, String what) throws Exception {
    var message =
        "something other than the API answered (" + status + "): the response had " + what;
    new Wire()
        .loginFailsAfter(1, json(status, body))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining(", but " + message)
        .hasMessageNotContaining("settings.xml")
        .hasMessageNotContaining("refused");
    var verdict = new Wire().checkOnce(json(status, body));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    assertThat(verdict.reason()).startsWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "400, '{\"message\":\"Said so\"}', '400: \"Said so\"'",
    "403, '{\"success\":true}', 403",
    "401, '{\"message\":\"Said so\"}', '401: \"Said so\"'",
    "401, '', 401",
  })
  void a_check_is_refused_with_400_or_403_and_json_and_with_401_and_any_body(
      int status, String body, String reason) throws Exception {
    assertThat(new Wire().checkOnce(json(status, body))).isEqualTo(Verdict.refused(reason));
  }

  @Test
  void a_login_is_refused_with_401_and_any_body() throws Exception {
    new Wire()
        .loginFailsAfter(1, json(401, "<html>"))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("the server refused (401). Check <server> 'netnut'");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 501, 502, 503, 504, 505, 204})
  void a_check_is_unknown_while_the_service_reports_an_error(int status) throws Exception {
    try (var server = new FaultServer(json(status, ""))) {
      assertThat(new Wire().check(server).kind()).isEqualTo(Verdict.Kind.UNKNOWN);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 404, 407, 410, 418})
  void a_check_fails_with_a_status_that_the_user_has_to_fix(int status) throws Exception {
    try (var server = new FaultServer(json(status, ""))) {
      assertThat(new Wire().failedCheck(server))
          .isInstanceOf(UserMistakeException.class)
          .hasMessageStartingWith("Tried to check the token at " + server.url() + ", but ");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"success\":true}', ACCEPTED",
    "'{\"success\":true,\"token\":\"another\"}', ACCEPTED",
    "'{\"success\":false}', REFUSED",
    "'{\"email\":\"me@example.com\"}', ACCEPTED",
    "'{}', ACCEPTED",
    "'{\"success\":\"true\"}', UNKNOWN",
    "'[]', UNKNOWN",
    "'<html>', UNKNOWN",
    "'', UNKNOWN",
  })
  void a_json_object_that_does_not_say_otherwise_means_accepted(String body, Verdict.Kind kind)
      throws Exception {
    assertThat(new Wire().checkOnce(json(200, body)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308, 399})
  void a_redirect_is_named_and_never_followed(int status) throws Exception {
    try (var other = new FaultServer(json(200, Wire.GRANTED))) {
      for (var target :
          new String[] {
            other.url() + "/auth/login?password=" + Wire.PASSWORD,
            "http://localhost:" + other.port() + "/",
            "//localhost:" + other.port(),
            "/elsewhere"
          }) {
        var head = "HTTP/1.1 " + status + " X\r\nLocation: " + target + "\r\n";
        try (var server = new FaultServer(text(head, ""))) {
          for (var failure :
              List.of(new Wire().failedLogin(server), new Wire().failedCheck(server))) {
            assertThat(failure)
                .isInstanceOf(UserMistakeException.class)
                .hasMessageContaining("redirect (" + status + ") to http://")
                .hasMessageNotContaining("/auth/login?")
                .hasMessageNotContaining("elsewhere");
          }
          assertThat(server.requests()).hasSize(2);
        }
      }
      assertThat(other.connections()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1/",
        "http://",
        "file:///etc",
        "\u0001",
        "https://me:fake-Pa55word-for-tests@h/",
        "mailto:me@example.com"
      })
  void an_unreadable_target_of_a_redirect_is_not_shown(String target) throws Exception {
    new Wire()
        .loginFailsAfter(1, text("HTTP/1.1 302 X\r\nLocation: " + target + "\r\n", ""))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("redirect (302) to an unreadable address, which is never followed");
  }

  @Test
  void the_target_of_a_redirect_is_short_and_shows_no_secret() throws Exception {
    for (var host : List.of("a".repeat(3_000), "x." + Wire.PASSWORD + ".example.com")) {
      assertShortAndWithout(Wire.PASSWORD, host, server -> new Wire().failedLogin(server));
    }
    for (var host : List.of("a".repeat(3_000), "x." + Wire.TOKEN)) {
      assertShortAndWithout(Wire.TOKEN, host, server -> new Wire().failedCheck(server));
    }
  }

  private static void assertShortAndWithout(
      String secret, String host, Function<FaultServer, Throwable> call) throws Exception {
    var head = "HTTP/1.1 302 X\r\nLocation: https://" + host + "/\r\n";
    try (var server = new FaultServer(text(head, ""))) {
      var message = call.apply(server).getMessage();
      assertThat(message.replaceAll(".* \\(302\\) to |, which is never .*", ""))
          .startsWith("https://")
          .hasSizeLessThanOrEqualTo(200)
          .hasLineCount(1)
          .doesNotContainIgnoringCase(secret);
    }
  }

  @Test
  void a_password_in_the_servers_message_is_not_shown() throws Exception {
    var body = "{\"success\":false,\"message\":\"No: " + Wire.PASSWORD + "\\n::add-mask::x\"}";
    new Wire()
        .loginFailsAfter(1, json(400, body))
        .hasMessageContaining("the server refused (400): \"No: ***\\n: :add-mask: :x\"");
  }

  @Test
  void a_token_in_the_servers_message_is_not_shown() throws Exception {
    var body = "{\"success\":false,\"message\":\"No: " + Wire.TOKEN + "\"}";
    for (int status : new int[] {200, 400}) {
      assertThat(new Wire().checkOnce(json(status, body)))
          .isEqualTo(Verdict.refused(status + ": \"No: ***\""));
    }
  }
}
