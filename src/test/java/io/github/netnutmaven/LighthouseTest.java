package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.netnutmaven.testkit.Chromium;
import io.github.netnutmaven.testkit.Programs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built site as Lighthouse rates it: {@code mvn -Pci-recipes site verify}. */
@Tag("node")
@Timeout(600)
class LighthouseTest {
  private static final Path SITE = Path.of("target/site");
  private static final String LIGHTHOUSE = "lighthouse@12.8.2";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private static HttpServer server;

  @BeforeAll
  static void start() throws IOException {
    BuiltSiteTest.assumeBuilt();
    assumeTrue(Programs.has("npx"), "Node is not installed");
    assumeThat(Chromium.EXECUTABLE).isExecutable();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", LighthouseTest::serve);
    server.start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index", "usage", "github-actions", "login-mojo", "faq"})
  void finds_nothing_to_improve(String page) throws Exception {
    var command =
        List.of(
            "npx",
            "--yes",
            LIGHTHOUSE,
            "http://127.0.0.1:" + server.getAddress().getPort() + "/" + page + ".html",
            "--only-categories=accessibility,best-practices,seo",
            "--output=json",
            "--quiet",
            "--chrome-flags=--headless --no-sandbox");
    var builder =
        new ProcessBuilder(command).redirectError(Path.of("target/lighthouse.log").toFile());
    builder.environment().put("CHROME_PATH", Chromium.EXECUTABLE.toString());
    var result = new ObjectMapper().readTree(Programs.output(builder.start()));

    assertThat(result.path("categories"))
        .hasSize(3)
        .allSatisfy(category -> assertThat(category.path("score").asDouble()).isEqualTo(1));
  }

  private static void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var file = SITE.resolve(exchange.getRequestURI().getPath().substring(1));
      if (Files.isRegularFile(file)) {
        var name = file.toString();
        var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, Files.size(file));
        Files.copy(file, exchange.getResponseBody());
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }
}
