package io.github.netnutmaven.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs the scripts of the examples with the real curl: with a Maven, a clock and programs of CI
 * servers that only pretend, and a secret store that responds as the test says.
 */
public final class FleetScripts implements AutoCloseable {
  /** The token at first. */
  public static final String OLD = "fake-token<&>old";

  private static final String PASSWORD = "fake-Pa55word-of-the-fleet";
  private static final Instant START = Instant.parse("2026-11-29T00:17:00Z");

  /** The values in the secret store. */
  public final Map<String, String> values = new HashMap<>();

  /** The requests that the store got: method, path and body. */
  public final List<String> requests = new CopyOnWriteArrayList<>();

  /** The status of each response to a write. */
  public volatile int status = 200;

  /** The number of the request that gets no response; 0 for the login. */
  public volatile int hangsAt = -1;

  private final Path directory;
  private final Semaphore arrived = new Semaphore(0);
  private final Semaphore released = new Semaphore(0);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer store;

  /** What a script did. */
  public record Result(int status, String output) {}

  /** Starts the store, with a token that is valid for 18 hours, in an empty directory. */
  public FleetScripts(Path directory) throws IOException {
    this.directory = directory;
    store = HttpServer.create(new InetSocketAddress(Loopback.address(), 0), 0);
    store.setExecutor(threads);
    store.createContext("/", this::respond);
    store.start();
    Files.createDirectory(directory.resolve("store"));
    Files.createDirectory(directory.resolve("tmp"));
    values.put("NETNUT_TOKEN", OLD);
    values.put("NETNUT_TOKEN_FORMER", "fake-token-former");
    values.put("NETNUT_TOKEN_EXPIRES_AT", START.plus(Duration.ofHours(18)).toString());
    set("clock", START.getEpochSecond());
    set("mode", "up");
    set("maven", "");
  }

  private void respond(HttpExchange call) throws IOException {
    var body = new String(call.getRequestBody().readAllBytes(), UTF_8);
    var path = call.getRequestURI().getPath();
    requests.add(call.getRequestMethod() + " " + path + " " + body);
    boolean hangs = path.equals("/maven") || requests.size() == hangsAt;
    arrived.release();
    if (hangs) {
      released.acquireUninterruptibly();
    }
    boolean isRead = call.getRequestMethod().equals("GET");
    var response = isRead ? secretOfKubernetes().getBytes(UTF_8) : new byte[] {'-'};
    call.getResponseHeaders().set("Location", "/somewhere");
    call.sendResponseHeaders(isRead ? 200 : status, response.length);
    call.getResponseBody().write(response);
    call.close();
  }

  /** The Secret, with whom it was managed by, as the API server prints it for curl. */
  private String secretOfKubernetes() {
    var base64 = Base64.getEncoder();
    return values.entrySet().stream()
        .map(
            v -> "\"" + v.getKey() + "\": \"" + base64.encodeToString(v.getValue().getBytes(UTF_8)))
        .collect(joining("\",\n", "{\n  \"data\": {\n", "\"\n  },\n  \"f:NETNUT_TOKEN\": {}\n}\n"));
  }

  /** Writes a file that the programs read: {@code mode} is what Maven does. */
  public void set(String file, Object text) throws IOException {
    Files.writeString(directory.resolve(file), text.toString());
  }

  /** The text of a file that the programs wrote. */
  public String text(String file) throws IOException {
    return Files.readString(directory.resolve(file));
  }

  /** Copies the scripts of a CI server beside each other, as its page says, and starts one. */
  public Process begin(String shell, String script, String server) throws IOException {
    var address = "http://127.0.0.1:" + store.getAddress().getPort();
    var pod = Files.createDirectories(directory.resolve("pod"));
    Files.writeString(pod.resolve("token"), "fake-token-of-the-pod");
    for (var file :
        List.of(
            "fleet/renew.sh",
            "fleet/watch.sh",
            "fleet/" + server + "/store.sh",
            "fan-out/job.sh")) {
      var text =
          Files.readString(Path.of("examples", file))
              .replace("/var/run/secrets/kubernetes.io/serviceaccount", pod.toString())
              .replace("https://kubernetes.default.svc", address);
      Files.writeString(directory.resolve(Path.of(file).getFileName()), text);
    }
    var builder = new ProcessBuilder(shell, directory.resolve(script).toString());
    var environment = builder.directory(directory.toFile()).redirectErrorStream(true).environment();
    environment.keySet().removeIf(name -> name.matches("(?i)(NETNUT_.*|.*_proxy)"));
    environment.put(
        "PATH", Path.of("src/test/fleet").toAbsolutePath() + ":" + System.getenv("PATH"));
    environment.put("TMPDIR", directory.resolve("tmp").toString());
    environment.put("DIRECTORY", directory.toString());
    environment.put("STORE", address);
    environment.put("NETNUT_EMAIL", "me@example.com");
    environment.put("NETNUT_PASSWORD", PASSWORD);
    if (!server.equals("kubernetes")) {
      environment.putAll(values);
    }
    environment.putAll(ofServer(server, address));
    var process = builder.start();
    process.getOutputStream().close();
    return process;
  }

  private static Map<String, String> ofServer(String server, String address) {
    return switch (server) {
      case "github" -> Map.of("TARGET", "--repo me/project", "GH_TOKEN", "fake-secret");
      case "gitlab" ->
          Map.of(
              "GROUP_ACCESS_TOKEN", "fake-secret",
              "CI_API_V4_URL", address + "/api/v4",
              "CI_PROJECT_NAMESPACE_ID", "17");
      case "jenkins" ->
          Map.of("WRITER", "w", "WRITER_TOKEN", "fake-secret", "JENKINS_URL", address + "/");
      case "azure" ->
          Map.of(
              "TARGET_GROUPS", "1 2",
              "SYSTEM_COLLECTIONURI", "https://dev.azure.com/me/",
              "SYSTEM_TEAMPROJECT", "project");
      default -> Map.of("TARGET_NAMESPACES", "builds");
    };
  }

  /** Runs a script to its end. */
  public Result run(String shell, String script, String server) throws Exception {
    return end(begin(shell, script, server));
  }

  /** Waits until the store has got this many requests, or Maven the one for a login. */
  public void await(int number) throws InterruptedException {
    assertThat(arrived.tryAcquire(Math.max(number, 1), 60, TimeUnit.SECONDS)).isTrue();
  }

  /** Ends the script and its children, as a CI server ends a job. */
  public Result endAsAServer(Process process) throws Exception {
    var children = process.descendants().toList();
    // Process.destroy would close the output, too.
    process.toHandle().destroy();
    children.forEach(ProcessHandle::destroy);
    return end(process);
  }

  /** Waits for the script, which may leave nothing behind. */
  private Result end(Process process) throws Exception {
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(directory.resolve("tmp")).as(output).isEmptyDirectory();
    assertThat(output).doesNotContain(PASSWORD, OLD, "fake-token-1", "fake-secret");
    return new Result(process.exitValue(), output);
  }

  /** Runs the renewal every hour, with GitHub's store, and returns how often it failed. */
  public int failuresIn(int hours) throws Exception {
    int failures = 0;
    for (int hour = 0; hour < hours; hour++) {
      failures += run("dash", "renew.sh", "github").status() == 0 ? 0 : 1;
      set("clock", Long.parseLong(text("clock")) + 3600);
      for (var value : SourceFiles.below(directory.resolve("store").toString(), ".*")) {
        values.put(value.getFileName().toString(), Files.readString(value));
      }
    }
    return failures;
  }

  /** How often Maven was asked to log in. */
  public long logins() throws IOException {
    return text("maven").lines().filter(line -> line.contains(":login")).count();
  }

  @Override
  public void close() {
    released.release(100);
    store.stop(0);
    threads.shutdownNow();
  }
}
