package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Whatever a server sends as a body is read as Jackson's own mapper reads it, or refused. */
class ApiResponseFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @FuzzTest(maxDuration = "60s")
  void reads_a_body_as_jackson_does_or_refuses_it_without_a_quotation(byte[] body)
      throws IOException {
    ApiResponse response;
    try {
      response = ApiResponse.parse(body);
    } catch (BadBodyException e) {
      assertThat(e).hasNoCause().message().matches("[A-Za-z0-9, -]{10,80}");
      return;
    }
    var json = JSON.readTree(body);
    assertThat(response.success())
        .isEqualTo(
            Optional.of(json.path("success"))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::booleanValue));
    assertThat(response.token())
        .isEqualTo(
            Optional.of(json.path("token")).filter(JsonNode::isTextual).map(JsonNode::textValue));
    assertThat(response.message())
        .isEqualTo(
            Optional.of(json.path("message")).filter(JsonNode::isTextual).map(JsonNode::textValue));
    var longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = '}';
    assertThatThrownBy(() -> ApiResponse.parse(longer)).isInstanceOf(BadBodyException.class);
  }
}
