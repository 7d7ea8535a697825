package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.ended;
import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.raw;
import static io.github.netnutmaven.testkit.FaultServer.reset;
import static io.github.netnutmaven.testkit.FaultServer.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.testkit.FaultServer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that end early, never end, or are none: none is used, and few are asked for again. */
@Timeout(60)
class BrokenResponseTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String GRANTED = Wire.response(Wire.GRANTED);

  @ParameterizedTest
  @ValueSource(strings = {"", OK, OK + "Content-Length: 400\r\n\r\n{\"success\":tr"})
  void a_reset_is_retried_by_our_loop_alone(String first) throws Exception {
    new Wire()
        .retries(2)
        .loginSucceedsAfter(3, reset(first), reset(first), json(200, Wire.GRANTED));
    new Wire()
        .retries(0)
        .loginFailsAfter(1, reset(first))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("broke before the response was complete");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OK + "Content-Length: 400\r\n\r\n{\"success\":tr",
        OK + "\r\n{\"success\":true,\"token\":\"fake",
        OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"suc",
        OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"suc",
        OK + "Transfer-Encoding: chunked\r\n\r\n5;" + "e=1\r\n{\"suc\r\n",
      })
  void a_response_that_is_cut_off_is_retried_and_never_used(String response) throws Exception {
    new Wire()
        .retries(1)
        .loginFailsAfter(2, raw(response, false))
        .isInstanceOf(ServiceException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {100_000, 1_000_000_000})
  void an_endless_chunk_extension_is_not_read_to_its_end_but_retried(int length) throws Exception {
    var finished = new AtomicInteger();
    new Wire()
        .retries(2)
        .loginFailsAfter(
            3,
            (connection, closed) -> {
              var out = connection.getOutputStream();
              out.write((OK + "Transfer-Encoding: chunked\r\n\r\n5;").getBytes(US_ASCII));
              for (int sent = 0; sent < length; sent += 1000) {
                out.write("x".repeat(1000).getBytes(US_ASCII));
              }
              finished.incrementAndGet();
              out.write("\r\n{\"suc\r\n0\r\n\r\n".getBytes(US_ASCII));
              return false;
            })
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("(3 tries), but")
        .hasMessageContaining("broke before the response was complete");
    if (length > 100_000_000) {
      assertThat(finished).hasValue(0);
    }
  }

  @Test
  void a_response_that_comes_before_the_request_was_read_is_used() throws Exception {
    try (var server = FaultServer.hasty(ended("HTTP/1.1 413 X\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(new Wire().failedLogin(server))
          .hasMessageContaining("the request was too large for the server (413)");
    }
  }

  @Test
  void a_response_and_a_close_before_the_request_was_read_are_a_response_or_a_passing_fault()
      throws Exception {
    try (var server = FaultServer.hasty(raw(GRANTED, false))) {
      // Unread bytes make the system reset the connection, before or after the response arrives.
      var failure = catchThrowable(() -> new Wire().retries(0).login(server));
      if (failure != null) {
        assertThat(failure).hasMessageContaining("broke before the response was complete");
      }
      assertThat(server.requests()).hasSize(1);
    }
    try (var server = FaultServer.hasty(raw(GRANTED, false), ended(GRANTED))) {
      assertThat(new Wire().retries(1).login(server)).isEqualTo(Wire.TOKEN);
      assertThat(server.requests()).hasSizeBetween(1, 2);
    }
  }

  @Test
  void json_without_its_end_in_a_body_of_the_stated_length_is_a_wrong_response() throws Exception {
    new Wire()
        .loginFailsAfter(1, text(OK, "{\"success\":true,\"token\":\"fake"))
        .hasMessageContaining("the response had JSON without its end");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage ::add-mask:: fake-Pa55word-for-tests\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 000 X\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 99 X\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 abc X\r\nContent-Length: 0\r\n\r\n",
      })
  void bytes_that_are_not_http_are_named_and_not_shown(String response) throws Exception {
    new Wire()
        .loginFailsAfter(1, raw(response, false))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("what came back is not an HTTP response")
        .hasMessageNotContaining("garbage");
  }

  @Test
  void interim_responses_are_skipped() throws Exception {
    var interim =
        "HTTP/1.1 100 Continue\r\n\r\n" + "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n".repeat(5);
    new Wire().loginSucceedsAfter(1, raw(interim + GRANTED, true));
  }

  @Test
  void an_endless_body_is_read_to_the_limit_only() throws Exception {
    var finished = new AtomicBoolean();
    new Wire()
        .loginFailsAfter(
            1,
            (connection, closed) -> {
              var out = connection.getOutputStream();
              out.write((OK + "Content-Length: 1000000000\r\n\r\n").getBytes(US_ASCII));
              for (int i = 0; i < 1_000_000; i++) {
                out.write(new byte[1000]);
              }
              finished.set(true);
              return false;
            })
        .hasMessageContaining("a body of more than 65536 bytes");
    assertThat(finished).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
  void an_encoded_body_is_rejected(String encoding) throws Exception {
    new Wire()
        .loginFailsAfter(1, text(OK + "Content-Encoding: " + encoding + "\r\n", Wire.GRANTED))
        .hasMessageContaining("an encoded body, which was not asked for");
  }
}
