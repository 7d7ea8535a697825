package io.github.netnutmaven.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class QuietConnectionTest {
  @Test
  void is_not_usable_without_a_socket() throws Exception {
    try (var connection = new QuietConnection()) {
      assertThat(connection.isUsable()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n"})
  void is_usable_until_a_byte_or_the_end_of_the_stream_arrives(String bytes) throws Exception {
    try (var server = new ServerSocket(0);
        var socket = new Socket(server.getInetAddress(), server.getLocalPort());
        var otherSide = server.accept();
        var connection = new QuietConnection()) {
      connection.bind(socket);
      assertThat(connection.isUsable()).isTrue();

      otherSide.getOutputStream().write(bytes.getBytes(US_ASCII));
      otherSide.shutdownOutput();
      for (int i = 0; i < 1000 && connection.isUsable(); i++) {
        Thread.onSpinWait();
      }

      assertThat(connection.isUsable()).isFalse();
      assertThat(connection.isUsable()).as("with the byte in its buffer").isFalse();
    }
  }

  @Test
  void is_not_usable_when_reading_fails() throws Exception {
    try (var broken = new BrokenSocket();
        var connection = new QuietConnection()) {
      connection.bind(broken);

      assertThat(connection.isOpen()).isTrue();
      assertThat(connection.isUsable()).isFalse();
    }
  }

  /** Fails like TLS with a damaged record. */
  private static final class BrokenSocket extends Socket {
    @Override
    public void setSoTimeout(int millis) {}

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return new PipedInputStream(); // Connected to nothing.
    }
  }
}
