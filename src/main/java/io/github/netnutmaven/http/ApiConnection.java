package io.github.netnutmaven.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * The one connection to the API's host, straight or through a proxy: made when it is needed, and
 * used again while it is open and silent.
 *
 * <p>It takes HttpClient's connections, but not its client. With every stage off that can be off,
 * the client costs a build 80 ms more CPU over https and 70 ms over http, for 134 and 155 more
 * classes (login and check in a new JVM, Java 17, medians of 81 and 41 pairs of runs). It would not
 * be simpler either: it takes a proxy's 403 to CONNECT for the API's, and bytes behind the 200,
 * too.
 */
final class ApiConnection implements Closeable {
  /** No socket timeout: Transport limits the whole exchange. */
  private static final SocketConfig WITHOUT_LIMIT =
      SocketConfig.custom().setSoTimeout(Timeout.DISABLED).build();

  private final Timeout connectTimeout;
  private final Optional<HttpProxy> proxy;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final Sockets sockets = new Sockets();
  private final HttpClientConnectionOperator operator =
      new DefaultHttpClientConnectionOperator(
          sockets, DefaultSchemePortResolver.INSTANCE, null, new Tls());
  private Optional<QuietConnection> last = Optional.empty();

  /**
   * Connects to nothing yet.
   *
   * @param connectTimeout the limit on connecting
   * @param proxy the proxy on the way
   */
  ApiConnection(Duration connectTimeout, Optional<HttpProxy> proxy) {
    this.connectTimeout = Timeout.of(connectTimeout);
    this.proxy = proxy;
  }

  /**
   * Sends a request and reads the response.
   *
   * @param request always to the same host
   * @throws ProxyRefusalException when the proxy does not let us through
   * @throws ClientProtocolException when what comes back is no HTTP
   */
  RawResponse exchange(BasicClassicHttpRequest request) throws IOException {
    var host = request.getAuthority();
    int port = DefaultSchemePortResolver.INSTANCE.resolve(request.getScheme(), host);
    var target = new HttpHost(request.getScheme(), host.getHostName(), port);
    identify(request, host.toString());
    if (proxy.isPresent() && !isTunnelled(target)) {
      request.setAbsoluteRequestUri(true);
      proxy.get().logIn(request);
    }
    try {
      return exchange(request, target);
    } catch (HttpException e) {
      throw new ClientProtocolException("Unreadable response");
    }
  }

  private RawResponse exchange(BasicClassicHttpRequest request, HttpHost target)
      throws IOException, HttpException {
    HttpContext context = HttpCoreContext.create();
    boolean reusable = false;
    try {
      var connection = connected(target, context);
      var response = executor.execute(request, connection, context);
      var answer = RawResponse.read(response);
      reusable =
          !answer.isTooLong()
              && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
      return answer;
    } finally {
      if (!reusable) {
        // At once: an orderly close would read what is left of the body to its end.
        close();
      }
    }
  }

  private QuietConnection connected(HttpHost target, HttpContext context)
      throws IOException, HttpException {
    if (last.isPresent() && last.get().isUsable()) {
      return last.get();
    }
    close();
    var connection = new QuietConnection();
    last = Optional.of(connection);
    // TLS comes later: within connect(), what is wrong with it would make HttpClient try the host's
    // next address, and tell what happens there instead.
    var firstHop =
        proxy.isPresent()
            ? proxy.get().address()
            : new HttpHost("http", target.getHostName(), target.getPort());
    operator.connect(
        connection, firstHop, null, null, connectTimeout, WITHOUT_LIMIT, null, context);
    if (isTunnelled(target)) {
      tunnel(connection, target, context);
    }
    if (target.getSchemeName().equals("https")) {
      operator.upgrade(connection, target, null, null, context);
    }
    return connection;
  }

  private boolean isTunnelled(HttpHost target) {
    return proxy.isPresent() && target.getSchemeName().equals("https");
  }

  private void tunnel(QuietConnection connection, HttpHost target, HttpContext context)
      throws IOException, HttpException {
    var connect = new BasicClassicHttpRequest("CONNECT", target, target.toHostString());
    identify(connect, target.toHostString());
    proxy.orElseThrow().logIn(connect);
    int status = executor.execute(connect, connection, context).getCode();
    if (status / 100 != 2) {
      throw new ProxyRefusalException(status);
    }
    // The connection keeps its buffer when it gets TLS: what the proxy wrote into it would count as
    // an answer of the API. Once the buffer is empty, what arrives goes to TLS.
    if (connection.isDataAvailable(QuietConnection.A_MOMENT)) {
      throw new EarlyBytesException();
    }
  }

  /** Sets what each request has, the one to a proxy, too. */
  private static void identify(HttpRequest request, String host) {
    request.setHeader("Host", host);
    request.setHeader("User-Agent", "netnut-maven-plugin");
  }

  /** Ends what another thread does here, at whatever point; this connection is then useless. */
  void abandon() {
    sockets.close();
  }

  @Override
  public void close() {
    if (last.isPresent()) {
      last.get().close(CloseMode.IMMEDIATE);
    }
  }
}
