package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of a connection, beyond silence. */
@Timeout(60)
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

  @Test
  void cannot_be_used_when_a_byte_is_there_that_nobody_asked_for() throws Exception {
    try (var server = new ServerSocket(0);
        var socket = new Socket(server.getInetAddress(), server.getLocalPort());
        var otherSide = server.accept();
        var connection = new QuietConnection()) {
      connection.bind(socket);
      otherSide.getOutputStream().write('\n');
      while (socket.getInputStream().available() == 0) {
        Thread.onSpinWait();
      }

      assertThat(connection.isUsable()).isFalse();
      assertThat(connection.isUsable()).as("with the byte in its buffer").isFalse();
    }
  }

  @Test
  void cannot_be_used_when_reading_from_it_fails() throws Exception {
    try (var broken = new BrokenSocket();
        var connection = new QuietConnection()) {
      connection.bind(broken);

      assertThat(connection.isOpen()).isTrue();
      assertThat(connection.isUsable()).isFalse();
    }
  }

  /** As TLS fails whose record is damaged. */
  private static final class BrokenSocket extends Socket {
    @Override
    public void setSoTimeout(int millis) {}

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return new PipedInputStream(); // From nowhere.
    }
  }
}
