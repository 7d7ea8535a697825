package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** What is asked of a connection, beyond silence. */
class QuietConnectionTest {
  @Test
  void has_no_socket_until_it_is_bound_to_one() throws Exception {
    try (var connection = new QuietConnection()) {
      assertThat(connection.getSocket()).isNull();
      assertThat(connection.isUsable()).isFalse();
    }
  }

  @Test
  void can_be_used_until_the_other_side_ends_it() throws Exception {
    try (var server = new ServerSocket(0);
        var socket = new Socket(server.getInetAddress(), server.getLocalPort());
        var connection = new QuietConnection()) {
      connection.bind(socket);
      var otherSide = server.accept();
      assertThat(connection.getSocket()).isSameAs(socket);
      assertThat(connection.isUsable()).isTrue();

      otherSide.close();

      assertThat(connection.isUsable()).isFalse();
    }
  }
}
