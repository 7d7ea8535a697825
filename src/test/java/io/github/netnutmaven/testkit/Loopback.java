package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** Opens the sockets of the test servers, which no other machine can reach. */
public final class Loopback {
  private Loopback() {}

  /** 127.0.0.1, also where the name {@code localhost} means something else. */
  static InetAddress address() throws IOException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  /** Listens on a free port. */
  public static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 50, address());
  }

  /** Serves each connection in its own thread until the socket is closed. */
  public static void serve(ServerSocket server, Consumer<Socket> connection) {
    start(
        () -> {
          while (!server.isClosed()) {
            try {
              var client = server.accept();
              start(() -> connection.accept(client));
            } catch (IOException e) {
              return;
            }
          }
        });
  }

  /**
   * The first line and the headers of a request; empty if the connection ends before that, or if it
   * starts with a TLS handshake.
   */
  static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0 || (c == 0x16 && head.isEmpty())) {
        return "";
      }
      head.append((char) c);
    }
    return head.toString();
  }

  /** Starts a thread that does not keep the JVM alive. */
  static void start(Runnable work) {
    var thread = new Thread(work, "test-server");
    thread.setDaemon(true);
    thread.start();
  }
}
