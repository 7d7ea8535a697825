package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/**
 * The Customers API with faults: a share of its calls fails, in every way that a network and a
 * service can fail. Each build uses its own path, so its calls can be counted.
 */
public final class FlakyService implements AutoCloseable {
  /** The token for every build. */
  public static final String TOKEN = "fake-token-of-the-flaky-service";

  private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
  private static final String ANSWER = "{\"success\":true,\"token\":\"" + TOKEN + "\"}";
  private static final String CHUNKED = JSON + "Transfer-Encoding: chunked\r\n\r\n";

  private final FaultServer server;

  /**
   * Starts it.
   *
   * @param share the share of calls that fail, from 0 to 1
   * @param seed which calls fail, and how
   */
  public FlakyService(double share, long seed) throws IOException {
    var random = new Random(seed);
    var faults = faults();
    var good = FaultServer.text(JSON, ANSWER);
    server =
        new FaultServer(
            (connection, closed) -> {
              FaultServer.Step step;
              synchronized (random) {
                step =
                    random.nextDouble() < share ? faults.get(random.nextInt(faults.size())) : good;
              }
              return step.answer(connection, closed);
            });
  }

  private static List<FaultServer.Step> faults() {
    return List.of(
        FaultServer.silence(),
        FaultServer.reset(""),
        FaultServer.reset(JSON + "Content-Length: 400\r\n\r\n{\"succ"),
        FaultServer.raw(JSON + "Content-Length: 400\r\n\r\n{\"succ", false),
        FaultServer.raw(JSON + "\r\n{\"success\":tr", false),
        FaultServer.raw(CHUNKED + "zz\r\n", false),
        FaultServer.raw(CHUNKED + "5\r\n{\"suc\r\n", false),
        FaultServer.raw("garbage\r\n\r\n", false),
        FaultServer.raw("", false),
        FaultServer.drip("HTTP/1.1 2"),
        FaultServer.drip(JSON + "X-Slow: "),
        FaultServer.drip(JSON + "Content-Length: 60000\r\n\r\n{\"success\":true,\"token\":\""),
        FaultServer.raw(JSON + "X: y\r\n".repeat(10_000) + "\r\n", false),
        FaultServer.raw(JSON + "Content-Length: 9999999\r\n\r\n" + " ".repeat(100_000), false),
        FaultServer.json(500, "{\"success\":false,\"message\":\"" + TOKEN + "\"}"),
        FaultServer.json(502, "<html>no gateway</html>"),
        FaultServer.json(503, ""),
        FaultServer.json(504, "{}"),
        FaultServer.json(408, "{}"),
        FaultServer.text("HTTP/1.1 429 X\r\nRetry-After: 1\r\n", ""),
        FaultServer.text("HTTP/1.1 503 X\r\nRetry-After: 0\r\n", "{}"),
        FaultServer.text("HTTP/1.1 429 X\r\nRetry-After: 86400\r\n", "{}"),
        FaultServer.text("HTTP/1.1 302 X\r\nLocation: https://elsewhere.example.com/\r\n", ""),
        FaultServer.json(404, "{}"),
        FaultServer.json(200, "<html>Please log in</html>"),
        FaultServer.json(200, "{\"success\":true}"),
        FaultServer.json(200, "{\"success\":\"yes\",\"token\":17}"),
        FaultServer.json(200, "[" + "[".repeat(10_000)),
        FaultServer.json(204, ""),
        FaultServer.text("HTTP/1.1 200 X\r\nContent-Encoding: gzip\r\n", ANSWER));
  }

  /** The address for all builds, to which each adds its number. */
  public String urls() {
    return "http://127.0.0.1:" + server.port() + "/b";
  }

  /** How many logins the build with this number sent. */
  public int logins(int build) {
    var start = "POST /b" + build + "/auth/login ";
    return Math.toIntExact(
        server.requests().stream().filter(request -> request.startsWith(start)).count());
  }

  /** How many calls there were. */
  public int calls() {
    return server.requests().size();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
