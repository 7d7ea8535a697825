package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that leads every name to one port of this machine, and keeps all that it can read. */
public final class TestProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final String answer;
  private final boolean goOn;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<String> read = new CopyOnWriteArrayList<>();

  /** Leads to a port. */
  public TestProxy(int target) throws IOException {
    this(target, "HTTP/1.1 200 OK\r\n\r\n");
  }

  /** Leads to a port, after it has answered CONNECT like this, in one write. */
  public TestProxy(int target, String answer) throws IOException {
    this(target, answer, true);
  }

  /** Leads nowhere, and answers every CONNECT like this. */
  public TestProxy(String answer) throws IOException {
    this(0, answer, false);
  }

  private TestProxy(int target, String answer, boolean goOn) throws IOException {
    this.target = target;
    this.answer = answer;
    this.goOn = goOn;
    this.server = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    start(this::accept);
  }

  /** Its port. */
  public int port() {
    return server.getLocalPort();
  }

  /** The head of each first request of a connection. */
  public List<String> heads() {
    return heads;
  }

  /** All bytes that came from clients, as far as it can read them. */
  public String read() {
    return String.join("", read);
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "test-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var head = head(client.getInputStream());
      heads.add(head);
      read.add(head);
      boolean isTunnel = head.startsWith("CONNECT ");
      if (isTunnel || !goOn) {
        client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      }
      if (!goOn) {
        return;
      }
      try (var upstream = new Socket(server.getInetAddress(), target)) {
        if (!isTunnel) {
          upstream.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        }
        start(() -> pipe(upstream, client, new ArrayList<>()));
        pipe(client, upstream, read);
      }
    } catch (IOException e) {
      // One of them went away.
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
      // One of them went away.
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        throw new IOException("no head");
      }
      head.append((char) c);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
