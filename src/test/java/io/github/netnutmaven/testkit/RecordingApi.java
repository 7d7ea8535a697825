package io.github.netnutmaven.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The Customers API as a test's own server on loopback, which remembers all that it was asked. */
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

  /** A request as it came. */
  public record Recorded(
      String method, String path, Map<String, List<String>> headers, String body) {}

  /** Starts one with one account, on a free port. */
  public RecordingApi(String email, String password) throws IOException {
    this.email = email;
    this.password = password;
    server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Its base address. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /** Its port. */
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

  /** How many connections the requests came over. */
  public int connections() {
    return connections.size();
  }

  /** The tokens that it gave. */
  public List<String> tokens() {
    return tokens;
  }

  /** Leaves the next login without an answer for ever. */
  public void holdNextLogin() {
    holdsNextLogin.set(true);
  }

  /** Waits until that login has come. */
  public void awaitHeldLogin() throws InterruptedException {
    held.await();
  }

  private void handle(HttpExchange call) throws IOException {
    connections.add(call.getRemoteAddress().getPort());
    var path = call.getRequestURI().getPath();
    var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    requests.add(
        new Recorded(call.getRequestMethod(), path, Map.copyOf(call.getRequestHeaders()), body));
    if (path.endsWith("/auth/login")) {
      login(call, JSON.readTree(body));
    } else {
      var token = call.getRequestHeaders().getFirst("Authorization");
      if (token != null && tokens.contains(token)) {
        answer(call, 200, Map.of("success", true, "token", token));
      } else {
        answer(call, 400, Map.of("success", false, "message", "Invalid token"));
      }
    }
  }

  private void login(HttpExchange call, JsonNode login) throws IOException {
    if (holdsNextLogin.compareAndSet(true, false)) {
      held.countDown();
      hold();
      return;
    }
    if (login.path("email").asText().equals(email)
        && login.path("password").asText().equals(password)) {
      var token = "fake-token-" + UUID.randomUUID();
      tokens.add(token);
      answer(call, 200, Map.of("success", true, "token", token));
    } else {
      // As careless a server as there can be: it repeats what it was sent.
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

  private void hold() {
    try {
      closed.await();
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
