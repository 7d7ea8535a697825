package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.SafeText;
import java.io.EOFException;
import java.net.SocketException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Names what is wrong with a TLS connection. A certificate that is not good does not become better
 * by another try; a connection that breaks may.
 *
 * @param url the API's address
 */
record TlsFault(ApiUrl url) {

  /** The failure that an exception is. */
  ResponseException failure(SSLException fault) {
    if (has(fault, InvalidAlgorithmParameterException.class)) {
      // "The trustAnchors parameter must be non-empty".
      return ResponseException.setUp(Stores.emptyTrustStore());
    }
    if (has(fault, CertificateExpiredException.class)) {
      return bad("its certificate has expired. Check this machine's clock, and tell its owner");
    }
    if (has(fault, CertificateNotYetValidException.class)) {
      return bad("its certificate is not valid yet. Check this machine's clock");
    }
    if (has(fault, CertPathBuilderException.class)) {
      return bad(
          "its certificate comes from nobody that "
              + Stores.trustStore()
              + " knows. Put the authority's certificate into a trust store, and name it with"
              + " -Djavax.net.ssl.trustStore in MAVEN_OPTS");
    }
    if (has(fault, CertificateException.class)) {
      return bad(
          "its certificate is not for it ("
              + SafeText.oneLine(String.valueOf(fault.getMessage()))
              + "). Check the host's name");
    }
    if (has(fault, EOFException.class) || has(fault, SocketException.class)) {
      return ResponseException.passing(
          "the connection to "
              + url.hostAndPort()
              + " broke while TLS was set up. Check the network and the proxy.");
    }
    if (fault instanceof SSLHandshakeException) {
      return bad(
          "it and this Java found no common TLS ("
              + SafeText.oneLine(String.valueOf(fault.getMessage()))
              + "). It has to speak TLS 1.2 or 1.3");
    }
    return bad(
        "it does not speak TLS there. If it is a plain http port, correct apiUrl; else check the"
            + " proxy");
  }

  private ResponseException bad(String what) {
    return ResponseException.setUp(
        "there is no trusted TLS connection to " + url.hostAndPort() + ": " + what + ".");
  }

  private static boolean has(Throwable fault, Class<? extends Exception> kind) {
    for (var at = Optional.of(fault); at.isPresent(); at = at.map(Throwable::getCause)) {
      if (kind.isInstance(at.get())) {
        return true;
      }
    }
    return false;
  }
}
