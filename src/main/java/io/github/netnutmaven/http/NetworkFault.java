package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.secret.SafeText;
import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;

/**
 * Explains faults of the connection. It quotes no exception but those of TLS: others may quote a
 * secret. Only a fault that may pass is tried again, which a certificate's is not.
 *
 * @param url the API's address
 * @param proxy the proxy, which is then the host that was connected to
 */
record NetworkFault(ApiUrl url, @Nullable HttpProxy proxy) {
  /**
   * How long Java remembers a failed look-up: {@code networkaddress.cache.negative.ttl} in {@code
   * conf/security/java.security} of JDK 17 to 25.
   */
  private static final Duration FAILED_LOOK_UP = Duration.ofSeconds(10);

  /** The failure that an exception stands for. */
  ResponseException failure(@Nullable Throwable fault) {
    if (fault instanceof ResponseException known) {
      return known;
    }
    if (fault instanceof ClientProtocolException
        || fault instanceof UncheckedIOException
        || (fault != null && fault.getCause() instanceof ResponseException)) {
      return failure(fault.getCause());
    }
    if (fault instanceof SSLException tls) {
      return tlsFailure(tls);
    }
    // HttpCore checks some things as arguments, such as the status line "HTTP/1.1 000".
    if (fault instanceof HttpException
        || fault instanceof MessageConstraintException
        || fault instanceof RuntimeException) {
      return ResponseException.wrongResponse(
          "what came back is not an HTTP response of an API. Check apiUrl and the proxy.");
    }
    if (fault instanceof UnknownHostException) {
      return ResponseException.transientFaultAfter(
          FAILED_LOOK_UP,
          "the host of {} is not known. Check its name and the network.",
          firstHop());
    }
    if (fault instanceof SocketTimeoutException) {
      return ResponseException.transientFault(
          "connecting to {} took too long. Check the network, or allow more with"
              + " -Dnetnut.connectTimeout.",
          firstHop());
    }
    if (fault instanceof ConnectException || fault instanceof NoRouteToHostException) {
      return ResponseException.transientFault(
          "the connection to {} was refused. Check the address, and that the server is up.",
          firstHop());
    }
    return ResponseException.transientFault(
        "the connection to {} broke before the response was complete. Check the network.",
        firstHop());
  }

  private ResponseException tlsFailure(SSLException fault) {
    if (has(fault, InvalidAlgorithmParameterException.class)) {
      // "The trustAnchors parameter must be non-empty".
      return JvmTrust.emptyTrustStore();
    }
    if (isBroken(fault)) {
      return ResponseException.transientFault(
          "the connection to {} broke while TLS was set up. Check the network and the proxy.",
          url.hostAndPort());
    }
    return ResponseException.userMistake(
        "there is no trusted TLS connection to {}: {}.", url.hostAndPort(), problem(fault));
  }

  /** Whether the connection broke, without a reason from TLS. */
  private static boolean isBroken(SSLException fault) {
    return has(fault, EOFException.class) || has(fault, SocketException.class);
  }

  private static String problem(SSLException fault) {
    if (has(fault, CertificateExpiredException.class)) {
      return "its certificate has expired. Check this machine's clock, and tell the server's owner";
    }
    if (has(fault, CertificateNotYetValidException.class)) {
      return "its certificate is not valid yet. Check this machine's clock";
    }
    if (has(fault, CertPathBuilderException.class)) {
      return JvmTrust.trustStore()
          + " does not know the authority of its certificate. Import the authority's certificate"
          + " into a trust store, and name it with -Djavax.net.ssl.trustStore in MAVEN_OPTS";
    }
    var reason = SafeText.oneLine(String.valueOf(fault.getMessage()));
    if (has(fault, CertificateException.class)) {
      return "its certificate is for another host (" + reason + "). Check the host's name";
    }
    if (fault instanceof SSLHandshakeException) {
      return "it and this Java have no TLS version or cipher in common ("
          + reason
          + "). It has to support TLS 1.2 or 1.3";
    }
    return "it does not speak TLS there. If it is a plain http port, correct apiUrl; else check the"
        + " proxy";
  }

  static boolean has(Throwable fault, Class<? extends Exception> type) {
    for (@Nullable Throwable at = fault; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a server that speaks the other of http and https may cause an exception. */
  boolean mayBeOtherScheme(Throwable fault) {
    if (proxy != null) {
      return false;
    }
    return url.isPlain()
        ? fault instanceof NoHttpResponseException || fault instanceof ClientProtocolException
        // A failed handshake, but for a reason that TLS itself gives.
        : fault instanceof UncheckedIOException e
            && (!(e.getCause() instanceof SSLException tls) || isBroken(tls));
  }

  /** The server speaks the other of http and https. */
  ResponseException otherScheme() {
    return ResponseException.userMistake(
        "the server at {} speaks {} there. Correct the scheme or the port of apiUrl.",
        url.hostAndPort(),
        url.isPlain() ? "https, not http," : "http, not https,");
  }

  /** The proxy answered CONNECT with this status. */
  ResponseException refusedTunnel(int status) {
    if (status == 407) {
      return wrongProxyLogin();
    }
    var template = "{} did not let us through to {} ({}). Check it.";
    return status >= 500 || status == 408 || status == 429
        ? ResponseException.transientFault(template, firstHop(), url.hostAndPort(), status)
        : ResponseException.userMistake(template, firstHop(), url.hostAndPort(), status);
  }

  /** The proxy wrote into a tunnel before anything was sent through it. */
  ResponseException earlyBytes() {
    return ResponseException.userMistake(
        "{} sent more than its response to CONNECT. These bytes are not from {}, so nothing was"
            + " sent through it. Check it, or use another one.",
        firstHop(),
        url.hostAndPort());
  }

  /** A proxy wants other credentials. */
  ResponseException wrongProxyLogin() {
    return proxy == null
        ? ResponseException.userMistake(
            "a proxy wants credentials (407), but none is configured. Check the network, or add a"
                + " <proxy> to settings.xml.")
        : ResponseException.userMistake(
            "the proxy {} wants other credentials (407). Check them; only Basic is supported.",
            proxy);
  }

  private String firstHop() {
    return proxy == null ? url.hostAndPort() : "the proxy " + proxy;
  }
}
