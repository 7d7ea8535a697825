package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Whatever a server sends as a body is read as Jackson's own mapper reads it, or refused. */
class ApiResponseFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @FuzzTest(maxDuration = "60s")
  void reads_a_body_as_jackson_does_or_refuses_it_without_a_quotation(byte[] body)
      throws IOException {
    Map<String, Object> fields;
    try {
      fields = ApiResponseTest.of(body).fields();
    } catch (ResponseException e) {
      assertThat(e).hasNoCause().message().isNotBlank();
      return;
    }
    var json = JSON.readTree(body);
    for (var name : new String[] {"success", "token", "message"}) {
      var field = json.path(name);
      assertThat(fields.get(name) instanceof String text ? text : null)
          .isEqualTo(field.textValue());
      assertThat(fields.get(name) instanceof Boolean value && value)
          .isEqualTo(field.booleanValue());
    }
    var longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = '}';
    assertThatThrownBy(() -> ApiResponseTest.of(longer).fields())
        .isInstanceOf(ResponseException.class);
  }
}
