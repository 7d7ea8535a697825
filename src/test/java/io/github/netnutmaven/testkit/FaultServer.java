package io.github.netnutmaven.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that does, byte by byte, what its script says: one step for each request, the last one
 * for all that follow. It keeps every request, and counts connections.
 */
public final class FaultServer implements AutoCloseable {
  private final ServerSocket server;
  private final Queue<Step> script;
  private final boolean hasty;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What is done with one request. */
  @FunctionalInterface
  public interface Step {
    /**
     * Answers.
     *
     * @return whether the connection goes on
     */
    boolean answer(Socket connection, CountDownLatch closed)
        throws IOException, InterruptedException;
  }

  /** Starts one on loopback. */
  public FaultServer(Step... script) throws IOException {
    this(onLoopback(), script);
  }

  /** Starts one on a socket that is open already, as a TLS one. */
  public FaultServer(ServerSocket server, Step... script) {
    this(server, false, script);
  }

  private FaultServer(ServerSocket server, boolean hasty, Step... script) {
    this.server = server;
    this.hasty = hasty;
    this.script = new ArrayDeque<>(Arrays.asList(script));
    start(this::accept);
  }

  /** Starts one that reads no body: it answers as soon as it has seen the head of a request. */
  public static FaultServer hasty(Step... script) throws IOException {
    return new FaultServer(onLoopback(), true, script);
  }

  private static ServerSocket onLoopback() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  /** Sends a status and a JSON body, and keeps the connection. */
  public static Step json(int status, String body) {
    return text("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n", body);
  }

  /** Sends headers (each with its line end) with the right length, and a body. */
  public static Step text(String head, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return raw(head + "Content-Length: " + bytes.length + "\r\n\r\n" + body, true);
  }

  /** Sends exactly this, in UTF-8; then goes on, or closes. */
  public static Step raw(String bytes, boolean goOn) {
    return (connection, closed) -> {
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
      return goOn;
    };
  }

  /** Sends exactly this and ends the stream, but leaves the closing to the client. */
  public static Step ended(String bytes) {
    return (connection, closed) -> {
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      connection.shutdownOutput();
      closed.await();
      return false;
    };
  }

  /** Resets the connection after sending this. */
  public static Step reset(String first) {
    return (connection, closed) -> {
      connection.getOutputStream().write(first.getBytes(StandardCharsets.UTF_8));
      connection.setSoLinger(true, 0);
      return false;
    };
  }

  /** Says nothing until the server is closed. */
  public static Step silence() {
    return (connection, closed) -> {
      closed.await();
      return false;
    };
  }

  /** Sends this, and then one more byte every 20 ms, for ever. */
  public static Step drip(String first) {
    return (connection, closed) -> {
      var out = connection.getOutputStream();
      out.write(first.getBytes(StandardCharsets.UTF_8));
      while (!closed.await(20, TimeUnit.MILLISECONDS)) {
        out.write('x');
        out.flush();
      }
      return false;
    };
  }

  /** Its base address over plain http. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /** Its port. */
  public int port() {
    return server.getLocalPort();
  }

  /** Every request so far, headers and body. */
  public List<String> requests() {
    return requests;
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  /** How many of them neither side has closed. */
  public int openConnections() {
    return open.get();
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "fault-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var connection = server.accept();
        connections.incrementAndGet();
        open.incrementAndGet();
        sockets.add(connection);
        start(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      boolean goOn = true;
      while (goOn) {
        var request = read(connection.getInputStream());
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        goOn = next().answer(connection, closed);
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, or the test is over.
    } finally {
      open.decrementAndGet();
    }
  }

  private synchronized Step next() {
    return script.size() > 1 ? script.remove() : script.element();
  }

  private String read(InputStream in) throws IOException {
    var bytes = new ByteArrayOutputStream();
    int length = -1;
    while (true) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      bytes.write(b);
      var text = bytes.toString(StandardCharsets.UTF_8);
      if (length < 0 && text.endsWith("\r\n\r\n")) {
        length = hasty ? 0 : contentLength(text);
        bytes.write(in.readNBytes(length));
        return bytes.toString(StandardCharsets.UTF_8);
      }
    }
  }

  private static int contentLength(String head) {
    for (var line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        return Integer.parseInt(line.substring(15).strip());
      }
    }
    return 0;
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (var socket : List.copyOf(sockets)) {
      socket.close();
    }
  }
}
