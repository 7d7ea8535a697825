package io.github.netnutmaven.sandbox;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hc.core5.http.impl.io.HttpService;
import org.apache.hc.core5.http.io.support.BasicHttpServerRequestHandler;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.ResponseConnControl;
import org.apache.hc.core5.http.protocol.ResponseContent;

/** An embedded Customers API on 127.0.0.1 with one account, whose password is not a secret. */
public final class Sandbox implements Closeable {
  /** The e-mail address of its only account. */
  public static final String EMAIL = "sandbox@example.com";

  /** The password of its only account. */
  public static final String PASSWORD = "sandbox";

  private static final String TLS =
      "A client tried TLS at the sandbox, which was refused: the sandbox has plain http. Use its"
          + " address with http://, not https://.";

  private final SandboxServer server;

  private Sandbox(SandboxServer server) {
    this.server = server;
  }

  /**
   * Starts a sandbox.
   *
   * @param port the port, or 0 for any free port
   * @param tokenLifetime how long after its login a token expires
   * @param clock the clock that decides when a token expires
   * @param warn receives what a client does wrong, which it may not show itself
   * @param responses the directories of responses to other calls, asked for at each call
   * @throws IOException if it cannot listen on that port
   */
  public static Sandbox start(
      int port,
      Duration tokenLifetime,
      Clock clock,
      Consumer<String> warn,
      Supplier<Collection<Path>> responses)
      throws IOException {
    var api =
        new SandboxApi(
            new SandboxTokens(tokenLifetime, clock), new CannedResponses(responses), warn);
    var handler = new BasicHttpServerRequestHandler((request, context) -> api);
    var processor = new DefaultHttpProcessor(new ResponseContent(), new ResponseConnControl());
    return new Sandbox(
        new SandboxServer(port, new HttpService(processor, handler), () -> warn.accept(TLS)));
  }

  /** The base address, for the parameter {@code apiUrl}. */
  public String url() {
    return "http://127.0.0.1:" + server.port() + SandboxApi.BASE_PATH;
  }

  /** Stops it at once, frees its port and ends its threads. */
  @Override
  public void close() {
    server.close();
  }
}
