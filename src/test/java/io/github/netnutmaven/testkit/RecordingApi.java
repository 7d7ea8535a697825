package io.github.netnutmaven.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A copy of the Customers API on this machine that records all requests. */
public final class RecordingApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String email;
  private final String password;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Recorded> requests = new CopyOnWriteArrayList<>();
  private final Set<Integer> connections = ConcurrentHashMap.newKeySet();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private final AtomicBoolean holdsNextLogin = new AtomicBoolean();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore heldChecks = new Semaphore(0);
  private volatile Set<String> old = Set.of();
  private volatile CountDownLatch renewed = new CountDownLatch(0);

  /** A request as it arrived. */
  public record Recorded(
      String method, String path, Map<String, List<String>> headers, String body) {}

  /** Starts it with one account, on a free port. */
  public RecordingApi(String email, String password) throws IOException {
    this.email = email;
    this.password = password;
    server = HttpServer.create(new InetSocketAddress(Loopback.address(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts it for an integration test, with its address in the project's properties. */
  public static RecordingApi of(File project) throws IOException {
    var api = new RecordingApi("me@example.com", "fake-Pa55word-for-tests");
    Files.writeString(
        project.toPath().resolve("test.properties"), "netnut.apiUrl=" + api.url() + "\n");
    return api;
  }

  /** The base address. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /** The port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** All requests so far. */
  public List<Recorded> requests() {
    return requests;
  }

  /** How many requests were logins. */
  public long logins() {
    return requests.stream().filter(r -> r.path().endsWith("/auth/login")).count();
  }

  /** How many requests were checks of a token. */
  public long checks() {
    return requests.stream().filter(r -> r.path().endsWith("/auth/authenticated")).count();
  }

  /** How many connections there were. */
  public int connections() {
    return connections.size();
  }

  /** The tokens that were issued. */
  public List<String> tokens() {
    return tokens;
  }

  /** Never answers the next login. */
  public void holdNextLogin() {
    holdsNextLogin.set(true);
  }

  /** Waits until that login has arrived. */
  public void awaitHeldLogin() throws InterruptedException {
    held.await();
  }

  /** Answers no check of a token that is issued by now, until {@link #endRenewal}. */
  public void startRenewal() {
    renewed = new CountDownLatch(1);
    old = Set.copyOf(tokens);
  }

  /** Waits until such a check has arrived. */
  public void awaitHeldCheck() throws InterruptedException {
    heldChecks.acquire();
  }

  /**
   * Answers those checks.
   *
   * @param revoked whether it refuses them: the new login has ended the older tokens
   */
  public void endRenewal(boolean revoked) {
    if (revoked) {
      tokens.removeAll(old);
    }
    renewed.countDown();
  }

  private void handle(HttpExchange call) throws IOException {
    connections.add(call.getRemoteAddress().getPort());
    var path = call.getRequestURI().getPath();
    var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Recorded(call.getRequestMethod(), path, Map.copyOf(call.getRequestHeaders()), body));
    if (path.endsWith("/auth/login")) {
      login(call, JSON.readTree(body));
    } else if (path.endsWith("/auth/authenticated")) {
      check(call, String.valueOf(call.getRequestHeaders().getFirst("Authorization")));
    } else {
      // A secret store, which a test may keep here as well.
      answer(call, 200, Map.of());
    }
  }

  private void check(HttpExchange call, String token) throws IOException {
    if (old.contains(token)) {
      heldChecks.release();
      hold(renewed);
    }
    if (tokens.contains(token)) {
      answer(call, 200, Map.of("success", true, "token", token));
    } else {
      answer(call, 400, Map.of("success", false, "message", "Invalid token"));
    }
  }

  private void login(HttpExchange call, JsonNode login) throws IOException {
    if (holdsNextLogin.compareAndSet(true, false)) {
      held.countDown();
      hold(closed);
      return;
    }
    if (login.path("email").asText().equals(email)
        && login.path("password").asText().equals(password)) {
      var token = "fake-token-" + UUID.randomUUID();
      tokens.add(token);
      answer(call, 200, Map.of("success", true, "token", token));
    } else {
      // A careless server: it repeats the password.
      answer(
          call,
          400,
          Map.of(
              "success",
              false,
              "message",
              "Invalid email or password: " + login.path("password").asText()));
    }
  }

  private static void hold(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange call, int status, Map<String, ?> fields)
      throws IOException {
    var bytes = JSON.writeValueAsBytes(fields);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
