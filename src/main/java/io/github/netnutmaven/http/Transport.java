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
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
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

  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8 * 1024).build();

  private final CloseableHttpClient client;
  private volatile Optional<Socket> socket = Optional.empty();

  Transport(Duration connectTimeout) {
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
            .build());
    client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setUserAgent("netnut-maven-plugin")
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
      throw new IllegalStateException(e.getCause());
    } finally {
      if (!task.isDone()) {
        giveUp(request, thread);
      }
    }
  }

  private RawAnswer exchange(HttpUriRequestBase request) throws IOException {
    try (var response = client.executeOpen(null, request, null)) {
      return new RawAnswer(
          response.getCode(),
          header(response, "Location"),
          header(response, "Content-Encoding"),
          body(response));
    }
  }

  private static byte[] body(ClassicHttpResponse response) throws IOException {
    var entity = response.getEntity();
    return entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BODY + 1);
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    var header = response.getFirstHeader(name);
    return header == null ? Optional.empty() : Optional.ofNullable(header.getValue());
  }

  private void giveUp(HttpUriRequestBase request, Thread thread) {
    request.cancel();
    socket.ifPresent(Transport::closeNow);
    thread.interrupt();
  }

  private static void closeNow(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is on its way out, which is all that is wanted.
    }
  }

  private Socket newSocket(@Nullable Proxy proxy) {
    var made = proxy == null ? new Socket() : new Socket(proxy);
    socket = Optional.of(made);
    return made;
  }

  /** Trust and keys from {@code javax.net.ssl.*}; the JDK checks the host's name itself. */
  private static @Nullable TlsSocketStrategy tls(String scheme) {
    return scheme.equals("https")
        ? new DefaultClientTlsStrategy(
            SSLContexts.createSystemDefault(),
            HostnameVerificationPolicy.BUILTIN,
            NoopHostnameVerifier.INSTANCE)
        : null;
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
