package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;

/** What the client asks of a connection, beyond silence. */
class QuietConnectionTest {
  @Test
  void has_no_socket_until_it_is_bound_to_one() throws Exception {
    try (var connection = QuietConnection.open(Http1Config.DEFAULT, null)) {
      assertThat(connection.getSocket()).isNull();
    }
  }

  @Test
  void keeps_its_own_timeout_while_it_waits_for_the_next_request() throws Exception {
    try (var server = new ServerSocket(0);
        var socket = new Socket(server.getInetAddress(), server.getLocalPort());
        var connection = QuietConnection.open(Http1Config.DEFAULT, socket)) {
      assertThat(connection.getSocket()).isSameAs(socket);

      connection.setSocketTimeout(Timeout.ofSeconds(7));
      assertThat(socket.getSoTimeout()).isEqualTo(7000);
      connection.passivate();
      assertThat(socket.getSoTimeout()).isZero();
      connection.activate();
      assertThat(socket.getSoTimeout()).isEqualTo(7000);
    }
  }
}
