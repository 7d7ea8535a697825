package io.github.netnutmaven.http;

import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HttpClient as it is wanted here: one connection, no log of what goes over it, and nothing that
 * acts by itself: no retries, redirects, cookies, authentication or decompression.
 */
final class LeanClient {
  static final String USER_AGENT = "netnut-maven-plugin";

  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8 * 1024).build();

  private LeanClient() {}

  /**
   * Connects to nothing yet.
   *
   * @param connectTimeout the limit on connecting
   * @param proxy the proxy on the way
   * @param sockets makes each socket, so that its maker can close it
   */
  static CloseableHttpClient open(
      Duration connectTimeout, Optional<HttpProxy> proxy, DetachedSocketFactory sockets) {
    var operator =
        new DefaultHttpClientConnectionOperator(
            sockets, DefaultSchemePortResolver.INSTANCE, null, LeanClient::tls);
    var connections =
        new BasicHttpClientConnectionManager(
            operator, socket -> QuietConnection.open(LIMITS, socket));
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(connectTimeout))
            .setSocketTimeout(Timeout.DISABLED)
            .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
            .build());
    return proxy.isPresent()
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
}
