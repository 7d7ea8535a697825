package io.github.netnutmaven.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.FixedTiming;
import io.github.netnutmaven.testkit.LeakSearch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;

/** A client whose messages are searched for its secrets. */
final class Wire {
  static final String PASSWORD = "fake-Pa55word-for-tests";
  static final String TOKEN = "fake-token-for-tests";
  static final Credentials CREDENTIALS =
      new Credentials("me@example.com", PASSWORD, "<server> 'netnut' in settings.xml");
  static final String GRANTED = "{\"success\":true,\"token\":\"" + TOKEN + "\"}";

  private final List<String> debug = new ArrayList<>();
  private Duration timeout = Duration.ofSeconds(20);
  private int retries = 3;
  private @Nullable String scheme;
  private @Nullable HttpProxy proxy;

  Wire timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  Wire retries(int further) {
    retries = further;
    return this;
  }

  Wire scheme(String word) {
    scheme = word;
    return this;
  }

  /** Uses a proxy on this machine, with the credentials {@code me:fake-proxy-password}. */
  Wire proxy(int port) {
    return proxy("127.0.0.1", port);
  }

  /** The same, by another name. */
  Wire proxy(String host, int port) {
    proxy =
        new HttpProxy(host, port, "me", "fake-proxy-password", "<proxy> 'office' in settings.xml");
    return this;
  }

  /** A response with this body. */
  static String response(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** A port of this machine where nothing listens. */
  static int closedPort() throws IOException {
    try (var server = new ServerSocket(0)) {
      return server.getLocalPort();
    }
  }

  HttpAuthApi open(String url) throws Exception {
    return new HttpAuthApi(
        new ApiAddress(ApiUrl.parse(url), ApiUrlSource.PARAMETER, null),
        proxy,
        scheme,
        Duration.ofSeconds(2),
        retries,
        new Deadline(timeout, new FixedTiming()),
        new FixedTiming(),
        message -> debug.add(message.toString()));
  }

  /** Logs in to a server with this script, which gets this many requests. */
  void loginSucceedsAfter(int requests, FaultServer.Step... script) throws Exception {
    try (var server = new FaultServer(script)) {
      assertThat(login(server)).isEqualTo(TOKEN);
      assertThat(server.requests()).hasSize(requests);
    }
  }

  /** The failure of a login to a server with this script, which gets this many requests. */
  AbstractThrowableAssert<?, ?> loginFailsAfter(int requests, FaultServer.Step... script)
      throws Exception {
    try (var server = new FaultServer(script)) {
      var failure = failedLogin(server);
      assertThat(server.requests()).hasSize(requests);
      return assertThat(failure);
    }
  }

  /** What one request to a server with this script brings. */
  Verdict checkOnce(FaultServer.Step... script) throws Exception {
    try (var server = new FaultServer(script)) {
      var verdict = check(server);
      assertThat(server.requests()).hasSize(1);
      return verdict;
    }
  }

  String login(FaultServer server) throws Exception {
    return login(server.url());
  }

  private String login(String url) throws Exception {
    try (var api = open(url)) {
      return api.login(CREDENTIALS);
    }
  }

  Verdict check(FaultServer server) throws Exception {
    try (var api = open(server.url())) {
      var verdict = api.check(TOKEN);
      assertThat(new LeakSearch(List.of(TOKEN)).text("reason", verdict.reason()).found()).isEmpty();
      return verdict;
    }
  }

  /** The failure of a login, which shows no secret. */
  Throwable failedLogin(FaultServer server) {
    return failedLogin(server.url());
  }

  /** The failure of a login, which shows no secret. */
  Throwable failedLogin(String url) {
    return searched(catchThrowable(() -> login(url)));
  }

  /** The failure of a check, which shows no secret. */
  Throwable failedCheck(FaultServer server) {
    return searched(catchThrowable(() -> check(server)));
  }

  private Throwable searched(Throwable failure) {
    assertThat(failure).as("the failure").isNotNull();
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    assertThat(
            new LeakSearch(List.of(PASSWORD, TOKEN))
                .text("stack trace", trace.toString())
                .text("debug log", String.join("\n", debug))
                .found())
        .isEmpty();
    return failure;
  }
}
