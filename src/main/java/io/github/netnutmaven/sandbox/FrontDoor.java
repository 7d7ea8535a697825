package io.github.netnutmaven.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Accepts the sandbox's connections and passes them to its HTTP server, except those that begin
 * with TLS: the JDK's server would wait for the end of their first line, and never respond.
 */
final class FrontDoor implements Closeable {
  /** The first byte of TLS, and of no HTTP request. */
  private static final int HANDSHAKE = 0x16;

  /** A client of TLS sees at once that this is not TLS. */
  private static final byte[] PLAIN =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door;
  private final InetSocketAddress server;
  private final Executor threads;
  private final Runnable whenTls;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /**
   * Accepts nothing yet.
   *
   * @param host where to listen
   * @param port the port, or 0 for any free port
   * @param server the HTTP server
   * @param threads run each connection
   * @param whenTls runs for each connection that begins with TLS
   * @throws IOException if it cannot listen on that port
   */
  FrontDoor(
      InetAddress host, int port, InetSocketAddress server, Executor threads, Runnable whenTls)
      throws IOException {
    this.door = new ServerSocket(port, 0, host);
    this.server = server;
    this.threads = threads;
    this.whenTls = whenTls;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Accepts connections until it is closed. */
  void open() {
    threads.execute(
        () -> {
          try {
            while (true) {
              var client = door.accept();
              sockets.add(client);
              threads.execute(() -> serve(client));
            }
          } catch (IOException | RejectedExecutionException e) {
            // It is closed.
          }
        });
  }

  private void serve(Socket client) {
    try (client) {
      var request = new PushbackInputStream(client.getInputStream());
      int first = request.read();
      if (first == HANDSHAKE) {
        refuse(client);
      } else if (first >= 0) {
        request.unread(first);
        connect(client, request);
      }
    } catch (IOException e) {
      // The client is gone.
    } finally {
      sockets.remove(client);
    }
  }

  private void refuse(Socket client) throws IOException {
    whenTls.run();
    client.getOutputStream().write(PLAIN);
    // What is not read would make the close reset the connection, before the client has read.
    client.shutdownOutput();
    client.setSoTimeout(1_000);
    client.getInputStream().skip(64 * 1024);
  }

  private void connect(Socket client, PushbackInputStream request) throws IOException {
    try (var behind = new Socket()) {
      behind.connect(server);
      behind.setTcpNoDelay(true);
      client.setTcpNoDelay(true);
      threads.execute(
          () -> {
            try {
              request.transferTo(behind.getOutputStream());
              behind.shutdownOutput();
            } catch (IOException e) {
              // One of the two is gone.
            }
          });
      behind.getInputStream().transferTo(client.getOutputStream());
    }
  }

  /** Ends all connections, and frees the port. */
  @Override
  public void close() {
    close(door);
    sockets.forEach(FrontDoor::close);
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nothing left to do about it.
    }
  }
}
