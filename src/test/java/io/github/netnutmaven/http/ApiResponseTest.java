package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiResponseTest {
  private static ApiResponse parse(String body) throws ResponseException {
    return ApiResponse.parse(body.getBytes(StandardCharsets.UTF_8), true);
  }

  @Test
  void reads_the_three_fields_and_ignores_others() throws Exception {
    var response =
        parse(
            "\uFEFF{\"x\":{\"token\":\"inner\",\"y\":[1,{}]},\"n\":1e999999999,\"token\":\"t\","
                + "\"success\":true,\"message\":\"m é\"}");

    assertThat(response)
        .isEqualTo(
            new ApiResponse(
                JsonToken.VALUE_TRUE,
                "t",
                "m é",
                List.of("x", "n", "token", "success", "message")));
    assertThat(response.toString()).isEqualTo("ApiResponse[success=VALUE_TRUE]");
  }

  @Test
  void every_field_may_be_missing() throws Exception {
    assertThat(parse(" {} \n")).isEqualTo(new ApiResponse(null, null, null, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"{}, true", "{\"success\":true}, true", "{\"success\":false}, false"})
  void means_success_unless_it_says_that_it_does_not(String body, boolean isSuccess)
      throws Exception {
    assertThat(parse(body).isSuccess()).isEqualTo(isSuccess);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"yes\"", "\"true\"", "1", "null", "[true]", "{}"})
  void a_success_that_is_no_boolean_is_a_bad_response(String value) throws Exception {
    var response = parse("{\"success\":" + value + "}");

    assertThatThrownBy(response::isSuccess)
        .hasMessageStartingWith("the response had a \"success\" that is neither true nor false.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "null", "[]", "{}", "[\"t\"]", "1.5"})
  void a_text_of_another_type_counts_as_missing(String value) throws Exception {
    assertThat(parse("{\"token\":" + value + ",\"message\":" + value + "}"))
        .isEqualTo(new ApiResponse(null, null, null, List.of("token", "message")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'success':true}",
        "{success:true}",
        "{\"success\":true,}",
        "{\"success\":true}/* x */",
        "// x\n{\"success\":true}",
        "{\"success\":true}{}",
        "{\"success\":true} x",
        "{\"success\":true}\0",
        "{\"success\":true}\u2003",
        "{\"success\":NaN}",
        "{\"success\":+1}",
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
      })
  void anything_but_exactly_one_json_object_is_rejected_and_not_quoted(String body) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOf(ResponseException.class)
        .hasNoCause()
        .hasMessageNotContaining("success\":");
  }

  @Test
  void html_is_named_as_the_page_of_a_proxy_or_portal() {
    assertThatThrownBy(() -> parse("\r\n <!DOCTYPE html><html>"))
        .hasMessageStartingWith(
            "the response had HTML, not JSON, as a proxy or a captive portal sends it. Check apiUrl");
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
      assertThatThrownBy(() -> ApiResponse.parse(body, true)).isInstanceOf(ResponseException.class);
    }
  }

  @Test
  void nesting_is_limited_to_64_levels() throws Exception {
    assertThat(parse(nested(64)).success()).isEqualTo(JsonToken.VALUE_TRUE);
    assertThatThrownBy(() -> parse(nested(65))).isInstanceOf(ResponseException.class);
    assertThatThrownBy(() -> parse(nested(10_000))).isInstanceOf(ResponseException.class);
  }

  /** An object with a field whose innermost array is at the depth. */
  private static String nested(int depth) {
    return "{\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + ",\"success\":true}";
  }

  @ParameterizedTest
  @CsvSource({
    "{\"success\":tr, true, TRANSIENT",
    "{\"success\":tr, false, WRONG_RESPONSE",
    "{\"success\":tr}, true, WRONG_RESPONSE",
    "{\"success\":true}}, true, WRONG_RESPONSE"
  })
  void only_json_without_its_end_in_a_body_that_may_be_cut_off_is_a_passing_fault(
      String body, boolean mayBeCutOff, ResponseException.Kind kind) {
    assertThatThrownBy(() -> ApiResponse.parse(body.getBytes(StandardCharsets.UTF_8), mayBeCutOff))
        .isInstanceOfSatisfying(ResponseException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
