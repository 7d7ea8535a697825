package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that counts connections and resets each one without reading from it. */
public final class SilentServer implements AutoCloseable {
  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket server = Loopback.listen();

  /** Listens on a free port. */
  public SilentServer() throws IOException {
    Loopback.serve(server, this::reset);
  }

  /** The port. */
  public int port() {
    return server.getLocalPort();
  }

  /** How many connections there were. */
  public int connections() {
    return connections.get();
  }

  private void reset(Socket connection) {
    connections.incrementAndGet();
    try (connection) {
      connection.setSoLinger(true, 0);
    } catch (IOException e) {
      // The client was faster.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
