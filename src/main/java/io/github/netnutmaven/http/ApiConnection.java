package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.time.Duration;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HttpClient with one connection to the API, direct or through a proxy. The connection is opened
 * when it is needed, and reused while it is open and silent. Every optional stage is off.
 */
final class ApiConnection implements Closeable {
  private final ApiUrl url;
  private final Duration connectTimeout;
  private final @Nullable HttpProxy proxy;
  private final HttpHost target;
  private final ConnectionGuard guard;
  private @Nullable CloseableHttpClient client;
  private volatile @Nullable Socket socket;
  private volatile @Nullable ApiConnection probe;
  private volatile boolean abandoned;

  /**
   * @param url the API's address
   * @param connectTimeout the limit for connecting to an address, and for its TLS handshake
   * @param proxy the proxy to use, or null
   */
  ApiConnection(ApiUrl url, Duration connectTimeout, @Nullable HttpProxy proxy) {
    this.url = url;
    this.connectTimeout = connectTimeout;
    this.proxy = proxy;
    // Without a default port, as it is in the Host header.
    int port = url.authority().equals(url.host()) ? -1 : url.port();
    this.target = new HttpHost(url.scheme(), url.host(), port);
    this.guard = new ConnectionGuard(url, proxy);
  }

  /**
   * Sends a request and reads the response.
   *
   * @param request its path continues the API's address
   * @throws ResponseException when Java cannot read its TLS stores
   */
  ApiResponse exchange(BasicClassicHttpRequest request) throws IOException, ResponseException {
    if (client == null || !guard.isSilent()) {
      close();
      client = client();
    }
    request.setPath(url.path() + request.getPath());
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "identity");
    var response = client.executeOpen(target, request, null);
    try {
      return ApiResponse.read(response);
    } finally {
      // Immediately: an orderly close would read the rest of the body.
      ((ModalCloseable) response).close(CloseMode.IMMEDIATE);
    }
  }

  private CloseableHttpClient client() throws ResponseException {
    Lookup<TlsSocketStrategy> tls = url.isPlain() ? nothing() : tls();
    var names = SystemDefaultDnsResolver.INSTANCE;
    var manager =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                ignored -> socket(),
                null,
                isFirstHopLocal() ? new LoopbackResolver(names) : names,
                tls),
            // HttpClient's own parser skips lines that are not HTTP.
            ManagedHttpClientConnectionFactory.builder()
                .responseParserFactory(DefaultHttpResponseParserFactory.INSTANCE)
                .build());
    manager.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(Timeout.of(connectTimeout)).build());
    return HttpClientBuilder.create()
        .setConnectionManager(manager)
        .setRequestExecutor(guard)
        .setProxy(proxy == null ? null : new HttpHost(proxy.host(), proxy.port()))
        .setUserAgent("netnut-maven-plugin")
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .build())
        .setDefaultAuthSchemeRegistry(nothing())
        .setDefaultCookieSpecRegistry(nothing())
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  private static <T> Lookup<T> nothing() {
    return name -> null;
  }

  /** As in Java's default context: its trust and keys, protocols and ciphers. */
  private static Lookup<TlsSocketStrategy> tls() throws ResponseException {
    var java = JvmTrust.context();
    var defaults = java.getDefaultSSLParameters();
    var strategy =
        new DefaultClientTlsStrategy(
            java,
            defaults.getProtocols(),
            defaults.getCipherSuites(),
            SSLBufferMode.STATIC,
            HostnameVerificationPolicy.BUILTIN,
            null);
    TlsSocketStrategy failing =
        (connected, host, port, attachment, context) -> {
          try {
            return strategy.upgrade(connected, host, port, attachment, context);
          } catch (IOException e) {
            // HttpClient would go on to the host's next address, and hide this failure.
            throw new UncheckedIOException(e);
          }
        };
    return scheme -> scheme.equals("https") ? failing : null;
  }

  /** Whether the API, or the proxy to it, is on this machine. */
  private boolean isFirstHopLocal() {
    return proxy == null ? url.isLoopback() : proxy.isLoopback();
  }

  /**
   * Makes each socket, because HttpClient cannot close one while it looks up a name or connects.
   * Java leads every socket through the proxy of {@code -DsocksProxyHost}, which a project can set
   * for this machine's own addresses too; nothing may leave this machine then.
   */
  private Socket socket() throws IOException {
    var opened = isFirstHopLocal() ? new Socket(Proxy.NO_PROXY) : new Socket();
    socket = opened;
    if (abandoned) {
      opened.close();
    }
    return opened;
  }

  /** Ends, from another thread, whatever this one does; this connection is unusable after that. */
  void abandon() {
    abandoned = true;
    var last = socket;
    if (last != null) {
      try {
        last.close();
      } catch (IOException e) {
        // It is given up anyway.
      }
    }
    var other = probe;
    if (other != null) {
      other.abandon();
    }
  }

  /** Whether the server speaks the other of http and https at the same port. Sends no secret. */
  boolean speaksOtherScheme() {
    var scheme = url.isPlain() ? "https" : "http";
    try (var other =
        new ApiConnection(new ApiUrl(scheme, url.host(), url.port(), ""), connectTimeout, null)) {
      probe = other;
      if (abandoned) {
        return false;
      }
      other.exchange(new BasicClassicHttpRequest("HEAD", "/"));
      return true;
    } catch (IOException | UncheckedIOException | ResponseException e) {
      // Only TLS has certificates, trusted or not.
      return NetworkFault.has(e, CertificateException.class);
    }
  }

  @Override
  public void close() {
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
      client = null;
    }
  }
}
