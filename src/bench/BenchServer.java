import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The two calls of the Customers API on loopback, over http, https and, for
 * https, a slow line, for one account; {@code /counts} tells how often each was made and the round
 * trips on the slow line, and starts again at zero.
 *
 * <p>Takes the key store, its password in a file, and the file that receives the three ports.
 */
final class BenchServer {
  private static final String TOKEN = "fake-token-of-the-bench-0123456789abcdef0123456789abcdef";
  /** Both fields, in any order. */
  private static final Pattern LOGIN =
      Pattern.compile(
          "(?=.*\"email\":\"bench@example.com\")(?=.*\"password\":\"fake-bench-password\").*");

  private static final AtomicInteger logins = new AtomicInteger();
  private static final AtomicInteger checks = new AtomicInteger();
  private static SlowLine line;

  public static void main(String[] args) throws Exception {
    var http = HttpServer.create(loopback(), 0);
    var https = HttpsServer.create(loopback(), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls(Path.of(args[0]), Path.of(args[1]))));
    for (var server : new HttpServer[] {http, https}) {
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/", BenchServer::handle);
      server.start();
    }
    line = new SlowLine(https.getAddress().getPort());
    line.start();
    var ports = Path.of(args[2]);
    var written = Files.writeString(
        ports.resolveSibling("ports.new"),
        http.getAddress().getPort() + " " + https.getAddress().getPort() + " " + line.port() + "\n");
    Files.move(written, ports);
  }

  private static InetSocketAddress loopback() throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
  }

  private static SSLContext tls(Path store, Path passwordFile) throws Exception {
    var password = Files.readString(passwordFile).strip().toCharArray();
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(store.toFile(), password), password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void handle(HttpExchange call) throws IOException {
    var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var ok = "{\"success\":true,\"token\":\"" + TOKEN + "\"}";
    switch (call.getRequestMethod() + " " + call.getRequestURI().getPath()) {
      case "POST /v1/auth/login" -> {
        logins.incrementAndGet();
        if (LOGIN.matcher(body.replaceAll("\\s", "")).matches()) {
          answer(call, 200, ok);
        } else {
          answer(call, 400, "{\"success\":false,\"message\":\"Invalid email or password\"}");
        }
      }
      case "GET /v1/auth/authenticated" -> {
        checks.incrementAndGet();
        if (TOKEN.equals(call.getRequestHeaders().getFirst("Authorization"))) {
          answer(call, 200, ok);
        } else {
          answer(call, 400, "{\"success\":false,\"message\":\"Invalid token\"}");
        }
      }
      case "GET /counts" -> answer(call, 200, counts());
      default -> answer(call, 404, "");
    }
  }

  private static String counts() {
    return logins.getAndSet(0) + " " + checks.getAndSet(0) + " " + line.countTrips();
  }

  private static void answer(HttpExchange call, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
