package io.github.netnutmaven.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * TLS as Java's default context has it: its trust and keys, its protocols and ciphers, and its own
 * check of the host's name.
 */
final class Tls implements TlsSocketStrategy, Lookup<TlsSocketStrategy> {
  /** For https this; what is plain http stays so. */
  @Override
  public @Nullable TlsSocketStrategy lookup(String scheme) {
    return scheme.equals("https") ? this : null;
  }

  @Override
  public SSLSocket upgrade(
      Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    var factory = Stores.context().getSocketFactory();
    var tls = (SSLSocket) factory.createSocket(socket, host, port, true);
    var parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }
}
