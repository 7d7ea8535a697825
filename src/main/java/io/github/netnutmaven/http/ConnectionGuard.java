package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing pass for the API's response that came before the request was sent. HttpClient
 * returns a proxy's refusal of CONNECT as if the API had sent it, and reads what comes behind a 200
 * to CONNECT, or behind an earlier response, as the next response.
 */
final class ConnectionGuard extends HttpRequestExecutor {
  /** How long to look for unexpected input; zero would wait for ever. */
  private static final Timeout PROBE_TIMEOUT = Timeout.ofMilliseconds(1);

  private final ApiUrl url;
  private final @Nullable HttpProxy proxy;
  private @Nullable HttpClientConnection last;

  ConnectionGuard(ApiUrl url, @Nullable HttpProxy proxy) {
    this.url = url;
    this.proxy = proxy;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback ignored,
      HttpContext context)
      throws IOException, HttpException {
    last = connection;
    boolean isConnect = request.getMethod().equals("CONNECT");
    if (proxy != null && proxy.username() != null && (isConnect || url.isPlain())) {
      var pair = proxy.username() + ":" + proxy.password();
      request.setHeader(
          "Proxy-Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    // Without HttpClient's callback, which starts TLS when a server asks for it by 101.
    var response = super.execute(request, connection, null, context);
    if (isConnect) {
      check(response, connection);
    }
    return response;
  }

  private void check(ClassicHttpResponse response, HttpClientConnection connection)
      throws IOException {
    if (response.getCode() / 100 != 2) {
      throw new IOException(new NetworkFault(url, proxy).refusedTunnel(response.getCode()));
    }
    // The connection keeps its buffer when TLS starts: bytes from the proxy in it would count as a
    // response of the API. Once the buffer is empty, whatever arrives goes to TLS.
    if (connection.isDataAvailable(PROBE_TIMEOUT)) {
      throw new IOException(new NetworkFault(url, proxy).earlyBytes());
    }
    // HttpClient opens a tunnel for no other status.
    response.setCode(200);
  }

  /** Whether the last connection is open and silent, so that it can be used again. */
  boolean isSilent() {
    try {
      // HttpClient's own check for a stale connection passes one that has bytes to read.
      return last != null
          && last.isOpen()
          && !last.isDataAvailable(PROBE_TIMEOUT)
          && !last.isStale();
    } catch (IOException e) {
      return false;
    }
  }
}
