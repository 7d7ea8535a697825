package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiResponseTest {
  /** A response with this body, which ends where the connection does. */
  static ApiResponse of(byte[] body) throws IOException {
    var response = new BasicClassicHttpResponse(200);
    response.setEntity(new ByteArrayEntity(body, null));
    return ApiResponse.read(response);
  }

  private static ApiResponse of(String body) throws IOException {
    return of(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reads_all_fields_in_their_order() throws Exception {
    var response =
        of(
            "\uFEFF{\"x\":{\"token\":\"inner\",\"y\":[1,{}]},\"n\":1e999999999,\"token\":\"t\","
                + "\"success\":true,\"message\":\"m é\"}");

    assertThat(response.fields().keySet()).containsExactly("x", "n", "token", "success", "message");
    assertThat(response.isSuccess()).isTrue();
    assertThat(response.text("token")).isEqualTo("t");
    assertThat(response.quotedMessage("fake")).isEqualTo(": \"m é\"");
  }

  @Test
  void the_values_of_a_header_that_comes_twice_are_one_list() throws Exception {
    var response = new BasicClassicHttpResponse(503);
    response.addHeader("Retry-After", "3");
    response.addHeader("Retry-After", "4");

    assertThat(ApiResponse.read(response).header("retry-after")).isEqualTo("3, 4");
    assertThat(ApiResponse.read(response).header("Date")).isNull();
  }

  @Test
  void every_field_may_be_missing() throws Exception {
    assertThat(of(" {} \n").fields()).isEmpty();
    assertThat(of("{}").text("token")).isNull();
    assertThat(of("{}").quotedMessage("fake")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{}, true", "{\"success\":true}, true", "{\"success\":false}, false"})
  void means_success_unless_it_says_that_it_does_not(String body, boolean isSuccess)
      throws Exception {
    assertThat(of(body).isSuccess()).isEqualTo(isSuccess);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "\"true\"", "1", "null", "[true]", "{}"})
  void a_success_that_is_no_boolean_is_a_bad_response(String value) throws Exception {
    var response = of("{\"success\":" + value + "}");

    assertThatThrownBy(response::isSuccess)
        .hasMessageStartingWith("the response had a \"success\" that is neither true nor false.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "null", "[]", "{}", "[\"t\"]", "1.5"})
  void a_text_of_another_type_counts_as_missing(String value) throws Exception {
    assertThat(of("{\"token\":" + value + "}").text("token")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'success':true}",
        "{success:true}",
        "{\"success\":true,} ",
        "{\"success\":true}/* x */",
        "// x\n{\"success\":true}",
        "{\"success\":true}{}",
        "{\"success\":true} x",
        "{\"success\":true}\0",
        "{\"success\":true}\u2003",
        "{\"success\":true}}",
        "{\"success\":NaN}",
        "{\"success\":+1}",
        "{\"success\":tr}",
        "{\"a\":01}",
        "{\"a\":\"\t\"}",
        "[]",
        "null",
        "1",
        "\"text\"",
        "{\"success\":true,\"success\":false}",
        "{\"x\":{\"a\":1,\"a\":2}}",
        "",
        "   ",
        "\r\n <!DOCTYPE html><html>",
      })
  void anything_but_exactly_one_json_object_is_rejected_and_not_quoted(String body) {
    assertThatThrownBy(() -> of(body).fields())
        .isInstanceOfSatisfying(
            ResponseException.class,
            e -> assertThat(e.kind()).isEqualTo(ResponseException.Kind.WRONG_RESPONSE))
        .hasNoCause()
        .hasMessageNotContaining("success\":");
  }

  @Test
  void a_body_in_another_encoding_than_utf_8_is_rejected() {
    for (var body :
        new byte[][] {
          {'{', '"', (byte) 0xfc, '"', ':', '1', '}'},
          {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
          {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
          "{\"a\":1}".getBytes(StandardCharsets.UTF_16),
        }) {
      assertThatThrownBy(() -> of(body).fields()).isInstanceOf(ResponseException.class);
    }
  }

  @Test
  void nesting_is_limited_to_64_levels() throws Exception {
    assertThat(of(nested(64)).fields()).containsKey("x");
    assertThatThrownBy(() -> of(nested(65)).fields()).isInstanceOf(ResponseException.class);
    assertThatThrownBy(() -> of(nested(10_000)).fields()).isInstanceOf(ResponseException.class);
  }

  /** An object with a field whose innermost array is at the depth. */
  private static String nested(int depth) {
    return "{\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
  }

  @Test
  void json_without_its_end_in_a_body_that_may_be_cut_off_is_a_passing_fault() {
    var body = "{\"success\":true,\"token\":\"t\",\"x\":[1,{\"y\":false}]}";
    for (int length = 1; length < body.length(); length++) {
      var part = body.substring(0, length);
      assertThatThrownBy(() -> of(part).fields())
          .as(part)
          .isInstanceOfSatisfying(
              ResponseException.class,
              e -> assertThat(e.kind()).isEqualTo(ResponseException.Kind.TRANSIENT));
    }
  }
}
