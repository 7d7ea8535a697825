package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.io.IOException;
import java.util.Arrays;

/** Whatever a server sends as a body is read as Jackson's own mapper reads it, or refused. */
class ApiResponseFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @FuzzTest(maxDuration = "60s")
  void reads_a_body_as_jackson_does_or_refuses_it_without_a_quotation(byte[] body)
      throws IOException {
    ApiResponse response;
    try {
      response = ApiResponse.parse(body, false);
    } catch (ResponseException e) {
      assertThat(e).hasNoCause().message().isNotBlank();
      return;
    }
    var json = JSON.readTree(body);
    assertThat(response.success() == JsonToken.VALUE_FALSE)
        .isEqualTo(json.path("success").equals(BooleanNode.FALSE));
    assertThat(response.token()).isEqualTo(json.path("token").textValue());
    assertThat(response.message()).isEqualTo(json.path("message").textValue());
    var longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = '}';
    assertThatThrownBy(() -> ApiResponse.parse(longer, false))
        .isInstanceOf(ResponseException.class);
  }
}
