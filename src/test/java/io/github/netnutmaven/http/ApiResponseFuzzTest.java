package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a server sends as a body, only our own exception comes of it. */
class ApiResponseFuzzTest {
  @FuzzTest(maxDuration = "60s")
  void a_body_is_an_answer_or_our_own_exception(byte[] body) {
    try {
      assertThat(ApiResponse.parse(body)).isNotNull();
    } catch (BadBodyException e) {
      assertThat(e).hasNoCause().message().isNotBlank();
    }
  }
}
