package io.github.netnutmaven.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request at a time over one connection, each within a hard limit: a socket's own timeout
 * does not end a body that drips, so the request runs in a thread of its own, and the socket is
 * closed under it when its time is up.
 */
final class Transport implements Closeable {
  /** The largest body that is read, in bytes: an answer of the API has a few hundred. */
  static final int MAX_BODY = 64 * 1024;

  private static final String USER_AGENT = "netnut-maven-plugin";

  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8 * 1024).build();

  private final CloseableHttpClient client;
  private final Optional<HttpProxy> proxy;
  private volatile Optional<Socket> socket = Optional.empty();

  /**
   * Connects to nothing yet.
   *
   * @param connectTimeout the limit on connecting
   * @param proxy the proxy on the way
   */
  Transport(Duration connectTimeout, Optional<HttpProxy> proxy) {
    this.proxy = proxy;
    var operator =
        new DefaultHttpClientConnectionOperator(
            this::newSocket, DefaultSchemePortResolver.INSTANCE, null, Transport::tls);
    var connections =
        new BasicHttpClientConnectionManager(
            operator, socket -> QuietConnection.open(LIMITS, socket));
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connectTimeout))
            .setSocketTimeout(Timeout.DISABLED)
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build());
    client =
        proxy.isPresent()
            ? through(proxy.get(), connections)
            : HttpClients.createMinimal(connections);
  }

  /** The client that knows proxies, for which 83 classes more are loaded. */
  private static CloseableHttpClient through(
      HttpProxy proxy, HttpClientConnectionManager connections) {
    return HttpClientBuilder.create()
        .setConnectionManager(connections)
        .setProxy(proxy.address())
        .setUserAgent(USER_AGENT)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setRedirectsEnabled(false)
                .build())
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  /**
   * Sends the request and reads the response.
   *
   * @param limit how long this may take, the connecting included
   * @throws TimeoutException when the limit is reached; the request is given up
   * @throws InterruptedException when this thread is interrupted; the request is given up
   */
  RawAnswer send(HttpUriRequestBase request, Duration limit)
      throws IOException, TimeoutException, InterruptedException {
    var task = new FutureTask<>(() -> exchange(request));
    var thread = new Thread(task, "netnut-http");
    thread.setDaemon(true);
    thread.start();
    try {
      var answer = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      thread.join();
      return answer;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      // HttpClient's own checks, such as one of a status line "HTTP/1.1 000".
      throw new ClientProtocolException("Unreadable response");
    } finally {
      if (!task.isDone()) {
        giveUp(request, thread);
      }
    }
  }

  private RawAnswer exchange(HttpUriRequestBase request) throws IOException {
    request.setHeader("User-Agent", USER_AGENT);
    var context = HttpClientContext.create();
    if (proxy.isPresent()) {
      proxy.get().logIn(context);
    }
    var target = new HttpHost(request.getScheme(), request.getAuthority());
    var response = client.executeOpen(target, request, context);
    try {
      if (request.getScheme().equals("https") && context.getSSLSession() == null) {
        throw new ProxyRefusalException(response.getCode());
      }
      var answer = RawAnswer.read(response);
      if (answer.isTooLong()) {
        // Closing the response would read it to its end.
        request.cancel();
      }
      return answer;
    } finally {
      closeNow(response);
    }
  }

  private void giveUp(HttpUriRequestBase request, Thread thread) {
    request.cancel();
    socket.ifPresent(Transport::closeNow);
    thread.interrupt();
  }

  private static void closeNow(Closeable connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // It is on its way out, which is all that is wanted.
    }
  }

  private Socket newSocket(@Nullable Proxy proxy) {
    var made = proxy == null ? new Socket() : new Socket(proxy);
    socket = Optional.of(made);
    return made;
  }

  /**
   * Trust and keys from {@code javax.net.ssl.*}; the JDK checks the host's name itself. Protocols
   * and ciphers are the JDK's, said outright: else HttpClient looks for weak ones in them by
   * patterns.
   */
  private static @Nullable TlsSocketStrategy tls(String scheme) {
    if (!scheme.equals("https")) {
      return null;
    }
    var context = SSLContexts.createSystemDefault();
    var defaults = context.getDefaultSSLParameters();
    return new DefaultClientTlsStrategy(
        context,
        defaults.getProtocols(),
        defaults.getCipherSuites(),
        SSLBufferMode.STATIC,
        HostnameVerificationPolicy.BUILTIN,
        NoopHostnameVerifier.INSTANCE);
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
