package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ServerText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Names what went wrong on the way, without quoting exceptions that might quote a secret. */
final class NetworkFault {
  private NetworkFault() {}

  static AnswerException of(IOException fault, ApiUrl url) {
    var where = url.origin();
    if (fault instanceof UnknownHostException) {
      return AnswerException.passing(
          "the host "
              + url.host()
              + " is not known. Check the address, the network and the proxy.");
    }
    if (fault instanceof ConnectTimeoutException) {
      return AnswerException.passing(
          "connecting to "
              + where
              + " took too long. Check the network and the proxy, or allow more with"
              + " -Dnetnut.connectTimeout.");
    }
    if (fault instanceof ConnectException) {
      return AnswerException.passing(
          "the connection to " + where + " was refused. Check the address, and that it is up.");
    }
    if (fault instanceof SSLHandshakeException || fault instanceof SSLPeerUnverifiedException) {
      return AnswerException.setUp(
          "its certificate or TLS set-up is not trusted: "
              + ServerText.oneLine(String.valueOf(fault.getMessage()))
              + ". Check the host's name, this machine's clock, and the trust store"
              + " (javax.net.ssl.trustStore).");
    }
    if (fault instanceof SSLException) {
      return AnswerException.setUp(
          "no TLS connection came about. Is " + where + " an https address?");
    }
    if (fault instanceof SocketTimeoutException) {
      return AnswerException.passing("no answer came in time. Check the network.");
    }
    return AnswerException.passing(
        "the connection broke before the answer was complete ("
            + fault.getClass().getSimpleName()
            + "). Check the network and the proxy.");
  }
}
