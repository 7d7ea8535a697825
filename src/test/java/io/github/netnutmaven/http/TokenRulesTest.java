package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.text;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a login's response with 200 must have. */
@Timeout(60)
class TokenRulesTest {
  @ParameterizedTest
  @CsvSource({
    "'{\"success\":true}', 'no token, but these fields: [success].'",
    "'{\"success\":true,\"token\":null}', 'no token, but these fields: [success, token].'",
    "'{}', 'no token, but these fields: [].'",
    "'{\"success\":true,\"token\":\"\"}', an empty token",
    "'{\"success\":true,\"token\":\"  \"}', a malformed token",
    "'{\"success\":true,\"token\":\"fake secret\"}', a malformed token",
    "'{\"success\":true,\"token\":\"fake\\u0000secret\"}', a malformed token",
    "'{\"success\":true,\"token\":\"${fakesecret}\"}', a malformed token",
    "'<html>login</html>', 'HTML, not JSON'",
    "'', 'an empty body'",
  })
  void a_login_without_a_good_token_is_a_wrong_response(String body, String what) throws Exception {
    new Wire()
        .loginFailsAfter(1, json(200, body))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("the response had " + what)
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_names_of_the_fields_tell_of_a_second_factor_without_a_value() throws Exception {
    var name = "x\\n" + Wire.PASSWORD;
    new Wire()
        .loginFailsAfter(
            1, json(200, "{\"mfaRequired\":true,\"challenge\":\"secret\",\"" + name + "\":1}"))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining(
            "no token, but these fields: [mfaRequired, challenge, x\\n***]. If they")
        .hasMessageContaining("second factor")
        .hasMessageNotContaining("secret");
  }

  @Test
  void success_false_is_a_refusal_even_with_a_token() throws Exception {
    var body = "{\"success\":false,\"token\":\"fake\",\"message\":\"Locked\"}";
    new Wire()
        .loginFailsAfter(1, json(200, body))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("the server refused (200): \"Locked\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "200 OK",
        "200 Bad Request ::add-mask::",
        "200 OK\r\nContent-Type: text/plain; charset=latin1",
        "200 OK\r\nContent-Encoding: identity",
        "200 OK\r\nContent-Encoding: Identity",
      })
  void reason_content_type_and_the_encoding_identity_do_not_matter(String head) throws Exception {
    new Wire().loginSucceedsAfter(1, text("HTTP/1.1 " + head + "\r\n", Wire.GRANTED));
  }

  @Test
  void a_body_without_success_may_have_64_kib_and_not_a_byte_more() throws Exception {
    var granted = "{\"token\":\"" + Wire.TOKEN + "\"}";
    int room = 64 * 1024 - granted.length();
    new Wire().loginSucceedsAfter(1, json(200, granted + " ".repeat(room)));
    new Wire()
        .loginFailsAfter(1, json(200, granted + " ".repeat(room + 1)))
        .hasMessageContaining("a body of more than 65536 bytes");
  }

  @Test
  void headers_are_read_to_their_limits_and_no_further() throws Exception {
    for (var fits : new String[] {"X: y\r\n".repeat(90), "X: " + "y".repeat(8000) + "\r\n"}) {
      new Wire().loginSucceedsAfter(1, text("HTTP/1.1 200 X\r\n" + fits, Wire.GRANTED));
    }
    for (var more :
        new String[] {
          "X: y\r\n".repeat(110),
          "X: y\r\n".repeat(10_000),
          "X: " + "y".repeat(8200) + "\r\n",
          "X: " + "y".repeat(20_000_000),
        }) {
      new Wire()
          .loginFailsAfter(1, text("HTTP/1.1 200 X\r\n" + more, Wire.GRANTED))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("not an HTTP response");
    }
  }
}
