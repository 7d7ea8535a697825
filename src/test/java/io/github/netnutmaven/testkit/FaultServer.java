package io.github.netnutmaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers each request with the next step of its script, byte by byte, and repeats
 * the last step. It records all requests and counts the connections.
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

  /** The answer to one request. */
  @FunctionalInterface
  public interface Step {
    /**
     * Answers a request.
     *
     * @param closed reaches zero when the server is closed
     * @return whether the connection stays open for another request
     */
    boolean answer(Socket connection, CountDownLatch closed)
        throws IOException, InterruptedException;
  }

  /** Listens on a free port. */
  public FaultServer(Step... script) throws IOException {
    this(Loopback.listen(), script);
  }

  /** Listens on an open socket, such as one for TLS. */
  public FaultServer(ServerSocket server, Step... script) {
    this(server, false, script);
  }

  /** Listens for TLS on a free port, with the key of a store. */
  public static FaultServer tls(KeyStore store, Step... script)
      throws IOException, GeneralSecurityException {
    return new FaultServer(Certificates.listen(store), script);
  }

  private FaultServer(ServerSocket server, boolean hasty, Step... script) {
    this.server = server;
    this.hasty = hasty;
    this.script = new ArrayDeque<>(Arrays.asList(script));
    Loopback.serve(server, this::serve);
  }

  /** Starts a server that answers after the headers of a request, before it reads the body. */
  public static FaultServer hasty(Step... script) throws IOException {
    return new FaultServer(Loopback.listen(), true, script);
  }

  /** Sends a status and a JSON body, and keeps the connection open. */
  public static Step json(int status, String body) {
    return text("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n", body);
  }

  /** Sends headers, each with its line end, the correct length, and a body. */
  public static Step text(String head, String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return raw(head + "Content-Length: " + bytes.length + "\r\n\r\n" + body, true);
  }

  /** Sends exactly this in UTF-8, then keeps the connection open or closes it. */
  public static Step raw(String bytes, boolean keepOpen) {
    return (connection, closed) -> {
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
      return keepOpen;
    };
  }

  /** Sends exactly this and ends the stream, but lets the client close the connection. */
  public static Step ended(String bytes) {
    return (connection, closed) -> {
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      connection.shutdownOutput();
      closed.await();
      return false;
    };
  }

  /** Sends this, then resets the connection. */
  public static Step reset(String first) {
    return (connection, closed) -> {
      connection.getOutputStream().write(first.getBytes(StandardCharsets.UTF_8));
      connection.setSoLinger(true, 0);
      return false;
    };
  }

  /** Sends nothing until the server is closed. */
  public static Step silence() {
    return (connection, closed) -> {
      closed.await();
      return false;
    };
  }

  /** Sends this, then one more byte every 20 ms without end. */
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

  /** The base address over plain http. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /** The port. */
  public int port() {
    return server.getLocalPort();
  }

  /** All requests so far, with headers and body. */
  public List<String> requests() {
    return requests;
  }

  /** How many connections there were. */
  public int connections() {
    return connections.get();
  }

  /** Fails unless this many connections are open, now or within some seconds. */
  public void assertOpenConnections(int expected) throws InterruptedException {
    for (int i = 0; i < 200 && open.get() != expected; i++) {
      Thread.sleep(25);
    }
    assertThat(open).hasValue(expected);
  }

  private void serve(Socket connection) {
    connections.incrementAndGet();
    open.incrementAndGet();
    sockets.add(connection);
    try (connection) {
      boolean keepOpen = true;
      while (keepOpen) {
        var request = read(connection.getInputStream());
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        keepOpen = next().answer(connection, closed);
      }
    } catch (IOException | InterruptedException e) {
      // The client closed the connection, or the test is over.
    } finally {
      open.decrementAndGet();
    }
  }

  private synchronized Step next() {
    return script.size() > 1 ? script.remove() : script.element();
  }

  private String read(InputStream in) throws IOException {
    var head = Loopback.head(in);
    var body = in.readNBytes(hasty ? 0 : contentLength(head));
    return head + new String(body, StandardCharsets.UTF_8);
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
