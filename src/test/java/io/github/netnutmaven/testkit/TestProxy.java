package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that connects every host name to one port of this machine and records what it reads. */
public final class TestProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final String answer;
  private final boolean connects;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<String> read = new CopyOnWriteArrayList<>();

  /** Connects to a port. */
  public TestProxy(int target) throws IOException {
    this(target, "HTTP/1.1 200 OK\r\n\r\n");
  }

  /** Connects to a port and answers CONNECT with this, in one write. */
  public TestProxy(int target, String answer) throws IOException {
    this(target, answer, true);
  }

  /** Connects to nothing and answers every CONNECT with this. */
  public TestProxy(String answer) throws IOException {
    this(0, answer, false);
  }

  private TestProxy(int target, String answer, boolean connects) throws IOException {
    this.target = target;
    this.answer = answer;
    this.connects = connects;
    this.server = Loopback.listen();
    Loopback.serve(server, this::serve);
  }

  /** The port. */
  public int port() {
    return server.getLocalPort();
  }

  /** The headers of the first request of each connection. */
  public List<String> heads() {
    return heads;
  }

  /** All that clients sent, as the proxy sees it. */
  public String read() {
    return String.join("", read);
  }

  private void serve(Socket client) {
    try (client) {
      var head = Loopback.head(client.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      heads.add(head);
      read.add(head);
      boolean isTunnel = head.startsWith("CONNECT ");
      if (isTunnel || !connects) {
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
      if (!connects) {
        return;
      }
      try (var upstream = new Socket(server.getInetAddress(), target)) {
        if (!isTunnel) {
          upstream.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        }
        Loopback.start(() -> pipe(upstream, client, new ArrayList<>()));
        pipe(client, upstream, read);
      }
    } catch (IOException e) {
      // One side closed its connection.
    }
  }

  private static void pipe(Socket from, Socket to, List<String> copy) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      var buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        copy.add(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One side closed its connection.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
