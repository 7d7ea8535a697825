package io.github.netnutmaven.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * TLS as in Java's default context: its trust and keys, protocols and ciphers, and its check of the
 * host's name.
 */
final class Tls {
  private Tls() {}

  /**
   * Starts TLS on a connected socket.
   *
   * @param host the name that the server's certificate must have
   * @throws ResponseException when Java cannot read its trust or key store
   */
  static SSLSocket over(Socket socket, String host, int port)
      throws IOException, ResponseException {
    var tls =
        (SSLSocket) Stores.context().getSocketFactory().createSocket(socket, host, port, true);
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }
}
