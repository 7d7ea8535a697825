package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that hangs up on whoever connects, and counts them: whatever they say. */
public final class SilentServer implements AutoCloseable {
  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket server;

  /** Starts one on a free port. */
  public SilentServer() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    var thread = new Thread(this::hangUp, "silent-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Its port. */
  public int port() {
    return server.getLocalPort();
  }

  /** How many connected. */
  public int connections() {
    return connections.get();
  }

  private void hangUp() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        connections.incrementAndGet();
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // Closed, or gone before it was answered: the next one counts again.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
