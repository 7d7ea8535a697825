package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;

/**
 * Names what went wrong on the way, without quoting exceptions that might quote a secret.
 *
 * @param url the API's address
 * @param proxy the proxy on the way, which is then what could not be reached
 */
record NetworkFault(ApiUrl url, Optional<HttpProxy> proxy) {
  /**
   * How long Java keeps a failed look-up: {@code networkaddress.cache.negative.ttl} in {@code
   * conf/security/java.security} of JDK 17 to 25.
   */
  private static final Duration UNKNOWN_HOST = Duration.ofSeconds(10);

  /** The failure that an exception is. */
  ResponseException failure(IOException fault) {
    if (fault instanceof ProxyRefusalException refusal) {
      return refused(refusal.status());
    }
    if (fault instanceof StoreException store) {
      return ResponseException.setUp(store.getMessage());
    }
    if (fault instanceof EarlyBytesException) {
      return ResponseException.setUp(
          where()
              + " sent more than its answer to CONNECT. These bytes are not from "
              + url.hostAndPort()
              + ", so nothing was sent through it. Check it, or use another one.");
    }
    if (fault instanceof SSLException tls) {
      return new TlsFault(url).failure(tls);
    }
    if (fault instanceof ClientProtocolException || fault instanceof MessageConstraintException) {
      return ResponseException.wrongAnswer(
          "what came back is no HTTP answer of an API. Check apiUrl and the proxy.");
    }
    if (fault instanceof UnknownHostException) {
      return ResponseException.remembered(
          "the host of " + where() + " is not known. Check its name and the network.",
          UNKNOWN_HOST);
    }
    // A subclass of both ConnectException's and SocketTimeoutException's family: it goes first.
    if (fault instanceof ConnectTimeoutException) {
      return ResponseException.passing(
          "connecting to "
              + where()
              + " took too long. Check the network, or allow more with -Dnetnut.connectTimeout.");
    }
    if (fault instanceof ConnectException || fault instanceof NoRouteToHostException) {
      return ResponseException.passing(
          "the connection to " + where() + " was refused. Check the address, and that it is up.");
    }
    return ResponseException.passing(
        "the connection to "
            + where()
            + " broke before the answer was complete. Check the network.");
  }

  private ResponseException refused(int status) {
    if (status == 407) {
      return Status.proxyLogin(proxy);
    }
    var message =
        where()
            + " did not let us through to "
            + url.hostAndPort()
            + " ("
            + status
            + "). Check it.";
    return status >= 500 || status == 408 || status == 429
        ? ResponseException.passing(message)
        : ResponseException.setUp(message);
  }

  private String where() {
    return proxy.map(p -> "the proxy " + p).orElse(url.hostAndPort());
  }
}
