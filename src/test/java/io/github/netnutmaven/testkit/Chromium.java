package io.github.netnutmaven.testkit;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A Chromium without a window, driven over its DevTools protocol. */
public final class Chromium implements AutoCloseable {
  /** Where Debian installs it. */
  public static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LISTENS = Pattern.compile("DevTools listening on ws://([^/]+)/.*");

  private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final Process process;
  private final WebSocket page;
  private volatile CompletableFuture<Void> loaded = new CompletableFuture<>();
  private int lastCall;

  /**
   * Starts it with an empty page.
   *
   * @param profile an empty directory
   */
  public Chromium(Path profile) throws Exception {
    process =
        new ProcessBuilder(
                EXECUTABLE.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    var output = new Thread(this::readOutput, "output of chromium");
    output.setDaemon(true);
    output.start();
    var http = HttpClient.newHttpClient();
    var list = URI.create("http://" + address.get(1, MINUTES) + "/json/list");
    var targets = http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
    var target = JSON.readTree(targets).path(0).path("webSocketDebuggerUrl").asText();
    page = http.newWebSocketBuilder().buildAsync(URI.create(target), new Replies()).join();
    call("Page.enable", Map.of());
  }

  /** Opens a page in a window of this width, and waits until it has loaded. */
  public void open(URI address, int width) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    loaded = new CompletableFuture<>();
    call("Page.navigate", Map.of("url", address.toString()));
    loaded.get(1, MINUTES);
  }

  /** Shows the page as on a system that prefers this colour scheme. */
  public void prefer(String scheme) throws Exception {
    var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** The value of an expression; that of a promise when it is fulfilled. */
  public JsonNode evaluate(String expression) throws Exception {
    var parameters = Map.of("expression", expression, "awaitPromise", true, "returnByValue", true);
    var reply = call("Runtime.evaluate", parameters);
    if (reply.has("exceptionDetails")) {
      throw new IllegalStateException(reply.path("exceptionDetails").toString());
    }
    return reply.path("result").path("value");
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int id = ++lastCall;
    var result = new CompletableFuture<JsonNode>();
    calls.put(id, result);
    var call = Map.of("id", id, "method", method, "params", parameters);
    page.sendText(JSON.writeValueAsString(call), true).join();
    return result.get(1, MINUTES);
  }

  private void readOutput() {
    try (var lines = process.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var listens = LISTENS.matcher(line);
        if (listens.matches()) {
          address.complete(listens.group(1));
        }
      }
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  private final class Replies implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        accept(text.toString());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, part, last);
    }

    private void accept(String message) {
      try {
        var reply = JSON.readTree(message);
        if (reply.path("method").asText().equals("Page.loadEventFired")) {
          loaded.complete(null);
        }
        var call = calls.remove(reply.path("id").asInt());
        if (call != null && reply.has("result")) {
          call.complete(reply.path("result"));
        } else if (call != null) {
          call.completeExceptionally(new IllegalStateException(message));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
