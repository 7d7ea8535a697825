package io.github.netnutmaven.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** An embedded Customers API on 127.0.0.1 with one account, whose password is not a secret. */
public final class Sandbox implements Closeable {
  /** The e-mail address of its only account. */
  public static final String EMAIL = "sandbox@example.com";

  /** The password of its only account. */
  public static final String PASSWORD = "sandbox";

  private static final String TLS =
      "A client tried TLS at the sandbox, which was refused: the sandbox has plain http. Use its"
          + " address with http://, not https://.";

  private final FrontDoor door;
  private final HttpServer server;
  private final ExecutorService threads;

  private Sandbox(FrontDoor door, HttpServer server, ExecutorService threads) {
    this.door = door;
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a sandbox.
   *
   * @param port the port, or 0 for any free port
   * @param tokenLifetime how long after its login a token expires
   * @param clock the clock that decides when a token expires
   * @param warn receives what a client does wrong, which it may not show itself
   * @throws IOException if it cannot listen on that port
   */
  public static Sandbox start(int port, Duration tokenLifetime, Clock clock, Consumer<String> warn)
      throws IOException {
    var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    var threads =
        Executors.newCachedThreadPool(
            work -> {
              var thread = new Thread(work, "netnut-sandbox");
              thread.setDaemon(true);
              return thread;
            });
    var server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.setExecutor(threads);
    server.createContext("/", new SandboxApi(new SandboxTokens(tokenLifetime, clock), warn));
    try {
      var door =
          new FrontDoor(loopback, port, server.getAddress(), threads, () -> warn.accept(TLS));
      server.start();
      door.open();
      return new Sandbox(door, server, threads);
    } catch (IOException e) {
      server.stop(0);
      throw e;
    }
  }

  /** The base address, for the parameter {@code apiUrl}. */
  public String url() {
    return "http://127.0.0.1:" + door.port() + SandboxApi.BASE_PATH;
  }

  /** Stops it at once, frees its port and ends its threads. */
  @Override
  public void close() {
    door.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
