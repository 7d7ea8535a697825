package io.github.netnutmaven.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpServerConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/** A connection that refuses TLS at its first byte: the server would wait for the end of a line. */
final class PlainConnection extends DefaultBHttpServerConnection {
  /** The first byte of TLS, and of no HTTP request. */
  private static final int HANDSHAKE = 0x16;

  private final PushbackInputStream input;
  private final Runnable whenTls;

  /**
   * @param whenTls runs if the client begins with TLS
   */
  PlainConnection(Socket socket, Runnable whenTls) throws IOException {
    super("http", Http1Config.DEFAULT);
    this.input = new PushbackInputStream(socket.getInputStream());
    this.whenTls = whenTls;
    bind(
        new SocketHolder(socket) {
          @Override
          protected InputStream getInputStream(Socket same) {
            return input;
          }
        });
  }

  @Override
  public ClassicHttpRequest receiveRequestHeader() throws HttpException, IOException {
    int first = input.read();
    if (first == HANDSHAKE) {
      whenTls.run();
      // What is not read would make the close reset the connection, before the client has read.
      input.skip(input.available());
      throw new ProtocolException("TLS");
    }
    if (first >= 0) {
      input.unread(first);
    }
    return super.receiveRequestHeader();
  }
}
