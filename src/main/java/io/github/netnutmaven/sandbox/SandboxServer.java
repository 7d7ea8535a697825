package io.github.netnutmaven.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * Listens on 127.0.0.1, and speaks HTTP on each connection in its own thread. The server of the JDK
 * writes the head and the body of a response in two packets, so that each call takes 40 ms.
 */
final class SandboxServer implements Closeable {
  /** How many connections may wait; the default of 50 delays a test that opens hundreds at once. */
  private static final int BACKLOG = 1024;

  /** The first byte of TLS, and of no HTTP request. */
  private static final int HANDSHAKE = 0x16;

  /** A client of TLS sees at once that this is not TLS. */
  private static final byte[] PLAIN =
      "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  /** The longest wait for the threads, in seconds. */
  private static final long LONGEST_END = 5;

  private final ServerSocket listener;
  private final HttpService service;
  private final Runnable whenTls;
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
   * @param whenTls runs for each connection that begins with TLS, which is refused
   * @throws IOException if it cannot listen on that port
   */
  SandboxServer(int port, HttpService service, Runnable whenTls) throws IOException {
    this.service = service;
    this.whenTls = whenTls;
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
      } catch (IOException | RejectedExecutionException e) {
        // Closed, or the client has gone already.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var connection = new Connection()) {
      socket.setTcpNoDelay(true);
      var request = new PushbackInputStream(socket.getInputStream());
      int first = request.read();
      if (first == HANDSHAKE) {
        refuse(socket);
        return;
      }
      if (first >= 0) {
        request.unread(first);
      }
      connection.bind(socket, request);
      while (connection.isOpen()) {
        service.handleRequest(connection, HttpCoreContext.create());
      }
    } catch (IOException | HttpException e) {
      // The client has closed the connection, or does not speak HTTP.
    } finally {
      sockets.remove(socket);
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

  /** A connection whose first byte was looked at. */
  private static final class Connection extends DefaultBHttpServerConnection {
    Connection() {
      super("http", Http1Config.DEFAULT);
    }

    void bind(Socket socket, InputStream request) throws IOException {
      bind(
          new SocketHolder(socket) {
            @Override
            protected InputStream getInputStream(Socket same) {
              return request;
            }
          });
    }
  }

  /** Stops at once, frees the port and ends the threads. */
  @Override
  public void close() {
    threads.shutdownNow();
    close(listener);
    sockets.forEach(SandboxServer::close);
    try {
      // The port is free when the thread that listens has ended.
      threads.awaitTermination(LONGEST_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // One that was accepted meanwhile.
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
