package io.github.netnutmaven.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Listens on 127.0.0.1, and speaks HTTP on each connection in its own thread. The server of the JDK
 * writes the head and the body of a response in two packets, so that each call takes 40 ms.
 */
final class SandboxServer implements Closeable {
  /** How many connections may wait; the default of 50 delays a test that opens hundreds at once. */
  private static final int BACKLOG = 1024;

  private final ServerSocket listener;
  private final HttpService service;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "netnut-sandbox");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Begins to listen.
   *
   * @param port the port, or 0 for any free port
   * @throws IOException if it cannot listen on that port
   */
  SandboxServer(int port, HttpService service) throws IOException {
    this.service = service;
    this.listener =
        new ServerSocket(port, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    threads.execute(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var socket = listener.accept();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException e) {
        // Closed, or the client has gone already.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var connection = new DefaultBHttpServerConnection("http", Http1Config.DEFAULT)) {
      socket.setTcpNoDelay(true);
      connection.bind(socket);
      while (connection.isOpen()) {
        service.handleRequest(connection, HttpCoreContext.create());
      }
    } catch (IOException | HttpException e) {
      // The client has closed the connection, or does not speak HTTP.
    } finally {
      sockets.remove(socket);
    }
  }

  /** Stops at once, frees the port and ends the threads. */
  @Override
  public void close() {
    threads.shutdownNow();
    close(listener);
    sockets.forEach(SandboxServer::close);
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}
