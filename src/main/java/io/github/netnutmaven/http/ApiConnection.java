package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to the API, direct or through a proxy. It is opened when it is needed, and
 * reused while it is open and silent.
 *
 * <p>HttpCore reads and writes the messages. HttpClient's client on top of it, with every optional
 * stage off, costs a build 80 ms more CPU over https and 70 ms over http, for 134 and 155 more
 * classes (login and check in a new JVM, Java 17, medians of 81 and 41 pairs of runs). It would not
 * be simpler either: it takes a proxy's 403 to CONNECT, and bytes after its 200, for the API's.
 */
final class ApiConnection implements Closeable {
  private final ApiUrl url;
  private final Duration connectTimeout;
  private final @Nullable HttpProxy proxy;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final Sockets sockets = new Sockets();
  private QuietConnection connection = new QuietConnection();

  /**
   * Opens no connection yet.
   *
   * @param url the API's address
   * @param connectTimeout the limit for opening a connection
   * @param proxy the proxy to use, or null
   */
  ApiConnection(ApiUrl url, Duration connectTimeout, @Nullable HttpProxy proxy) {
    this.url = url;
    this.connectTimeout = connectTimeout;
    this.proxy = proxy;
  }

  /**
   * Sends a request and reads the response.
   *
   * @param request its path continues the API's address
   * @throws ResponseException when the proxy opens no tunnel, or Java cannot read its TLS stores
   * @throws HttpException when what comes back is not HTTP
   */
  RawResponse exchange(BasicClassicHttpRequest request)
      throws IOException, HttpException, ResponseException {
    var base = url.path();
    if (proxy != null && url.isPlain()) {
      authorize(request, proxy);
      base = url.toString();
    }
    request.setPath(base + request.getPath());
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "identity");
    identify(request, url.authority());
    var context = HttpCoreContext.create();
    boolean reusable = false;
    try {
      if (!connection.isUsable()) {
        connect();
      }
      var response = executor.execute(request, connection, context);
      var raw = RawResponse.read(response);
      reusable = !raw.isTooLong() && executor.keepAlive(request, response, connection, context);
      return raw;
    } finally {
      if (!reusable) {
        // Immediately: an orderly close would read the rest of the body.
        close();
      }
    }
  }

  private void connect() throws IOException, HttpException, ResponseException {
    close();
    connection = new QuietConnection();
    var socket =
        proxy == null
            ? sockets.connect(url.host(), url.port(), connectTimeout)
            : sockets.connect(proxy.host(), proxy.port(), connectTimeout);
    connection.bind(socket);
    if (url.isPlain()) {
      return;
    }
    if (proxy != null) {
      tunnel(proxy);
    }
    connection.bind(Tls.over(socket, url.host(), url.port()), socket);
  }

  private void tunnel(HttpProxy through) throws IOException, HttpException, ResponseException {
    var connect = new BasicClassicHttpRequest("CONNECT", null, null, url.hostAndPort());
    identify(connect, url.hostAndPort());
    authorize(connect, through);
    int status = executor.execute(connect, connection, HttpCoreContext.create()).getCode();
    if (status / 100 != 2) {
      throw new NetworkFault(url, through).refusedTunnel(status);
    }
    // The connection keeps its buffer when TLS starts: bytes from the proxy in it would count as a
    // response of the API. Once the buffer is empty, whatever arrives goes to TLS.
    if (connection.isDataAvailable(QuietConnection.A_MOMENT)) {
      throw new NetworkFault(url, through).earlyBytes();
    }
  }

  /** Adds the credentials to a request to the proxy itself, not to one through its tunnel. */
  private static void authorize(HttpRequest request, HttpProxy proxy) {
    if (proxy.username() != null) {
      var pair = proxy.username() + ":" + proxy.password();
      request.setHeader(
          "Proxy-Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** Sets the headers that a request to a proxy has, too. */
  private static void identify(HttpRequest request, String host) {
    request.setHeader("Host", host);
    request.setHeader("User-Agent", "netnut-maven-plugin");
  }

  /** Ends, from another thread, whatever this one does; this connection is unusable after that. */
  void abandon() {
    sockets.close();
  }

  @Override
  public void close() {
    connection.close(CloseMode.IMMEDIATE);
  }
}
