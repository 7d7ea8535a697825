package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.drip;
import static io.github.netnutmaven.testkit.FaultServer.ended;
import static io.github.netnutmaven.testkit.FaultServer.json;
import static io.github.netnutmaven.testkit.FaultServer.raw;
import static io.github.netnutmaven.testkit.FaultServer.reset;
import static io.github.netnutmaven.testkit.FaultServer.silence;
import static io.github.netnutmaven.testkit.FaultServer.text;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.testkit.FaultServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Faults of the network and the server: one clear message, the right number of requests, an end.
 */
@Timeout(60)
class NetworkFaultTest {
  private static final Duration SHORT = Duration.ofMillis(600);
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String GRANTED = Wire.response(Wire.GRANTED);

  @Test
  void a_port_that_refuses_is_tried_again_and_named() throws Exception {
    int port = Wire.closedPort();
    assertThat(new Wire().failedLogin("http://127.0.0.1:" + port))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("(4 tries), but the connection to 127.0.0.1:" + port + " was refused")
        .hasMessageNotContaining("null");
  }

  @Test
  void an_unknown_host_is_tried_again_and_named() {
    assertThat(new Wire().retries(1).failedLogin("https://nobody.invalid/v1"))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("(2 tries), but the host of nobody.invalid:443 is not known");
  }

  @Test
  void a_connection_that_is_never_accepted_ends_at_the_connect_timeout() throws Exception {
    try (var full = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        var first = new Socket(full.getInetAddress(), full.getLocalPort());
        var second = new Socket(full.getInetAddress(), full.getLocalPort())) {
      assertThat(List.of(first.isConnected(), second.isConnected())).containsOnly(true);
      assertThat(new Wire().retries(0).failedLogin("http://127.0.0.1:" + full.getLocalPort()))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("connecting to 127.0.0.1:" + full.getLocalPort())
          .hasMessageContaining("netnut.connectTimeout");
    }
  }

  @Test
  void without_a_response_each_try_ends_at_half_of_the_time() throws Exception {
    try (var server = new FaultServer(silence())) {
      assertThat(new Wire().timeout(SHORT).retries(9).failedLogin(server))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("no complete response came within");
      assertThat(server.requests()).hasSizeBetween(2, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.",
        OK + "X-Slow: ",
        OK + "Content-Length: 100000\r\n\r\n{",
        OK + "Transfer-Encoding: chunked\r\n\r\n",
        OK + "\r\n{"
      })
  void a_response_that_drips_ends_within_the_limit(String first) throws Exception {
    new Wire()
        .timeout(SHORT)
        .retries(0)
        .loginFailsAfter(1, drip(first))
        .isInstanceOf(ServiceException.class);
  }

  @Test
  void a_check_whose_response_drips_is_unknown() throws Exception {
    var drip = drip(OK + "Content-Length: 100000\r\n\r\n{");
    assertThat(new Wire().timeout(SHORT).retries(0).checkOnce(drip).kind())
        .isEqualTo(Verdict.Kind.UNKNOWN);
  }

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
    new Wire().loginSucceedsAfter(1, FaultServer.hasty(ended(GRANTED)));
    new Wire()
        .loginFailsAfter(1, FaultServer.hasty(ended("HTTP/1.1 413 X\r\nContent-Length: 0\r\n\r\n")))
        .hasMessageContaining("the request was too large for the server (413)");
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
  void a_connection_that_is_closed_under_the_request_is_a_passing_fault() throws Exception {
    // More than the system's buffers hold, so the client still sends when the response comes.
    var huge = new Credentials("me@example.com", "x".repeat(20_000_000), "here");
    try (var server =
        FaultServer.hasty(raw("HTTP/1.1 413 X\r\nContent-Length: 0\r\n\r\n", false))) {
      try (var api = new Wire().retries(2).open(server.url())) {
        assertThat(catchThrowable(() -> api.login(huge)))
            .isInstanceOf(ServiceException.class)
            .hasMessageContaining("(3 tries), but")
            .hasMessageContaining("broke before the response was complete");
      }
      assertThat(server.requests()).hasSize(3);
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

  @Test
  void an_interruption_ends_the_login_at_once_and_keeps_the_thread_interrupted() throws Exception {
    try (var server = new FaultServer(silence())) {
      var failure = new AtomicReference<Throwable>();
      var stillInterrupted = new AtomicBoolean();
      var build =
          new Thread(
              () -> {
                failure.set(catchThrowable(() -> new Wire().login(server)));
                stillInterrupted.set(Thread.currentThread().isInterrupted());
              });
      build.start();
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      build.interrupt();
      build.join();

      assertThat(failure.get())
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("the build was interrupted");
      assertThat(stillInterrupted).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }
}
