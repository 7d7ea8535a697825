package io.github.netnutmaven.http;

import static io.github.netnutmaven.testkit.FaultServer.drip;
import static io.github.netnutmaven.testkit.FaultServer.raw;
import static io.github.netnutmaven.testkit.FaultServer.silence;
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
  void an_interruption_ends_the_login_at_once_and_keeps_the_thread_interrupted() throws Exception {
    try (var server = new FaultServer(silence())) {
      Thread.currentThread().interrupt();

      assertThat(new Wire().failedLogin(server))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("the build was interrupted");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
