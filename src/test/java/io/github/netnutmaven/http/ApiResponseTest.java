package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiResponseTest {
  private static ApiResponse parse(String body) throws BadBodyException {
    return ApiResponse.parse(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void reads_the_three_fields_and_passes_over_others() throws Exception {
    var answer =
        parse(
            "{\"x\":{\"token\":\"inner\",\"y\":[1,{}]},\"n\":1e999999999,\"token\":\"t\","
                + "\"success\":true,\"message\":\"m é\"}");

    assertThat(answer.success()).hasValue(true);
    assertThat(answer.token()).hasValue("t");
    assertThat(answer.message()).hasValue("m é");
    assertThat(answer.toString()).doesNotContain("t\"", "m é");
  }

  @Test
  void every_field_may_be_missing() throws Exception {
    var answer = parse(" {} \n");

    assertThat(answer.success()).isEmpty();
    assertThat(answer.token()).isEmpty();
    assertThat(answer.message()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "null", "[]", "{}", "[\"t\"]", "1.5"})
  void nothing_is_coerced(String value) throws Exception {
    var answer = parse("{\"token\":" + value + ",\"message\":" + value + ",\"success\":\"true\"}");

    assertThat(answer.token()).isEmpty();
    assertThat(answer.message()).isEmpty();
    assertThat(answer.success()).isEmpty();
  }

  @Test
  void a_byte_order_mark_is_passed_over() throws Exception {
    assertThat(parse("\uFEFF{\"success\":true}").success()).hasValue(true);
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
        "{\"token\":\"\\ud800\"}",
        "{\"x\":[\"\\udc00\\ud800\"]}",
        "{\"\\ud83d\":1}",
        "{\"x\":{\"\\ud83d\":1}}",
        "{\"token\":\"\\udfff\"}",
        "",
        "   ",
      })
  void what_is_not_exactly_one_object_is_refused_and_not_quoted(String body) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOf(BadBodyException.class)
        .hasNoCause()
        .hasMessageNotContaining("success\":");
  }

  @Test
  void html_is_called_a_portals_page() {
    assertThatThrownBy(() -> parse("\r\n <!DOCTYPE html><html>"))
        .hasMessage("HTML, not JSON, as a proxy or a captive portal sends it");
  }

  @Test
  void only_utf_8_is_read() {
    for (var body :
        new byte[][] {
          {'{', '"', (byte) 0xfc, '"', ':', '1', '}'},
          {'{', '"', (byte) 0xc0, (byte) 0xaf, '"', ':', '1', '}'},
          {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
          "{\"a\":1}".getBytes(StandardCharsets.UTF_16),
        }) {
      assertThatThrownBy(() -> ApiResponse.parse(body)).isInstanceOf(BadBodyException.class);
    }
  }

  @Test
  void nesting_ends_at_64() throws Exception {
    assertThat(parse(nested(64)).success()).hasValue(true);
    assertThatThrownBy(() -> parse(nested(65))).isInstanceOf(BadBodyException.class);
    assertThatThrownBy(() -> parse(nested(10_000))).isInstanceOf(BadBodyException.class);
  }

  /** An object whose field is nested so that its deepest part is at the depth. */
  private static String nested(int depth) {
    return "{\"x\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + ",\"success\":true}";
  }

  @Test
  void only_a_body_without_end_counts_as_cut_off() {
    assertThatThrownBy(() -> parse("{\"success\":tr"))
        .isInstanceOfSatisfying(BadBodyException.class, e -> assertThat(e.isCutOff()).isTrue());
    assertThatThrownBy(() -> parse("{\"success\":true}}"))
        .isInstanceOfSatisfying(BadBodyException.class, e -> assertThat(e.isCutOff()).isFalse());
  }

  @Test
  void no_bytes_raise_anything_but_our_own_exception() {
    var random = new Random(5);
    var seed = "{\"success\":true,\"token\":\"t\",\"message\":\"é\\n\",\"x\":[1,{\"y\":null}]}";
    for (int i = 0; i < 20_000; i++) {
      var bytes = seed.getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        ApiResponse.parse(bytes);
      } catch (BadBodyException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
