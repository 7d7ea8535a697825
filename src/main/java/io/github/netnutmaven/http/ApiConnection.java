package io.github.netnutmaven.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpConnectionFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to the API's host, straight or through a proxy: made when it is needed, and
 * used again as long as the other side keeps it. HttpClient's connections without its client: there
 * is nothing here that would repeat, redirect, authenticate, decompress, keep cookies or write a
 * log, and half as many classes are loaded. That it is also what HttpClient calls back saves some
 * more: for a lambda, a JVM that lives for seconds makes another class.
 */
final class ApiConnection
    implements Closeable,
        HttpConnectionFactory<ManagedHttpClientConnection>,
        ConnectionEndpoint.RequestExecutor {
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8 * 1024).build();

  /** How HttpClient's log names what is done here. */
  private static final String ID = "netnut";

  private final HttpClientConnectionManager connections;
  private final Optional<HttpProxy> proxy;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();
  private final Sockets sockets = new Sockets();

  /**
   * Connects to nothing yet.
   *
   * @param connectTimeout the limit on connecting
   * @param proxy the proxy on the way
   */
  ApiConnection(Duration connectTimeout, Optional<HttpProxy> proxy) {
    this.proxy = proxy;
    var manager =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                sockets, DefaultSchemePortResolver.INSTANCE, null, new Tls()),
            this);
    manager.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connectTimeout))
            .setSocketTimeout(Timeout.DISABLED)
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build());
    connections = manager;
  }

  /**
   * Sends a request and reads the response.
   *
   * @throws ProxyRefusalException when the proxy does not let us through
   * @throws ClientProtocolException when what comes back is no HTTP
   */
  RawAnswer exchange(BasicClassicHttpRequest request) throws IOException {
    try {
      var host = request.getAuthority();
      int port = DefaultSchemePortResolver.INSTANCE.resolve(request.getScheme(), host);
      var target = new HttpHost(request.getScheme(), host.getHostName(), port);
      boolean secure = target.getSchemeName().equals("https");
      identify(request, host.toString());
      if (proxy.isPresent() && !secure) {
        request.setAbsoluteRequestUri(true);
        proxy.get().logIn(request);
      }
      return exchange(request, route(target, secure));
    } catch (HttpException e) {
      throw new ClientProtocolException("Unreadable response");
    }
  }

  private HttpRoute route(HttpHost target, boolean secure) {
    return proxy.isPresent()
        ? new HttpRoute(target, null, proxy.get().address(), secure)
        : new HttpRoute(target, null, secure);
  }

  private RawAnswer exchange(ClassicHttpRequest request, HttpRoute route)
      throws IOException, HttpException {
    HttpContext context = HttpCoreContext.create();
    var endpoint = lease(route);
    boolean reusable = false;
    try {
      if (!endpoint.isConnected()) {
        connections.connect(endpoint, null, context);
        if (route.isTunnelled()) {
          tunnel(endpoint, route.getTargetHost(), context);
        }
      }
      var response = endpoint.execute(ID, request, this, context);
      var answer = RawAnswer.read(response);
      reusable =
          !answer.isTooLong()
              && DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, context);
      return answer;
    } finally {
      if (!reusable) {
        // At once: an orderly close would read what is left of the body to its end.
        endpoint.close(CloseMode.IMMEDIATE);
      }
      connections.release(endpoint, null, TimeValue.NEG_ONE_MILLISECOND);
    }
  }

  private ConnectionEndpoint lease(HttpRoute route) throws IOException {
    try {
      return connections.lease(ID, route, Timeout.DISABLED, null).get(Timeout.DISABLED);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IOException("There is always one connection, and it is nobody else's", e);
    }
  }

  private void tunnel(ConnectionEndpoint endpoint, HttpHost target, HttpContext context)
      throws IOException, HttpException {
    var connect = new BasicClassicHttpRequest("CONNECT", target, target.toHostString());
    identify(connect, target.toHostString());
    proxy.orElseThrow().logIn(connect);
    var status = endpoint.execute(ID, connect, this, context).getCode();
    if (status / 100 != 2) {
      throw new ProxyRefusalException(status);
    }
    connections.upgrade(endpoint, context);
  }

  /** What each request says of itself, to a proxy, too. */
  private static void identify(HttpRequest request, String host) {
    request.setHeader("Host", host);
    request.setHeader("User-Agent", "netnut-maven-plugin");
  }

  @Override
  public ManagedHttpClientConnection createConnection(@Nullable Socket bound) throws IOException {
    return QuietConnection.open(LIMITS, bound);
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    return executor.execute(request, connection, context);
  }

  /** Ends what another thread does here, wherever it is; then this cannot be used any more. */
  void abandon() {
    sockets.close();
  }

  @Override
  public void close() {
    connections.close(CloseMode.IMMEDIATE);
  }
}
