package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.secret.SafeText;
import java.io.EOFException;
import java.net.SocketException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Explains why there is no TLS connection. Only a broken connection may pass; another try does not
 * make a certificate valid.
 *
 * @param url the API's address
 */
record TlsFault(ApiUrl url) {

  /** The failure that an exception stands for. */
  ResponseException failure(SSLException fault) {
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
  static boolean isBroken(SSLException fault) {
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
}
