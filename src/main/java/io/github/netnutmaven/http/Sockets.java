package io.github.netnutmaven.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens a connection's sockets, and lets another thread close the current and any later one. */
final class Sockets implements Closeable {
  private volatile @Nullable Socket last;
  private volatile boolean closed;

  /**
   * Connects to a host's first address that accepts a connection.
   *
   * @param timeout the limit for each address
   * @throws IOException the failure of the last address
   */
  Socket connect(String host, int port, Duration timeout) throws IOException {
    IOException failure = new UnknownHostException("No address");
    for (var address : InetAddress.getAllByName(host)) {
      var socket = new Socket();
      last = socket;
      try {
        if (closed) {
          socket.close();
        }
        socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
        // A request that takes more than one packet does not wait for the first one's receipt.
        socket.setTcpNoDelay(true);
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  @Override
  public void close() {
    closed = true;
    var current = last;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        // It is given up anyway.
      }
    }
  }
}
