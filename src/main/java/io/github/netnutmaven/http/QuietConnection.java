package io.github.netnutmaven.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs nothing. HttpClient's own one writes every byte, passwords included, to
 * the log that {@code mvn -X} turns on.
 */
final class QuietConnection extends DefaultBHttpClientConnection
    implements ManagedHttpClientConnection {
  private Timeout timeout = Timeout.DISABLED;

  /**
   * Makes one.
   *
   * @param socket null for a connection that is bound later, which is how the client asks for one
   */
  static QuietConnection open(Http1Config limits, @Nullable Socket socket) throws IOException {
    var connection = new QuietConnection(limits);
    if (socket != null) {
      connection.bind(socket);
    }
    return connection;
  }

  private QuietConnection(Http1Config limits) {
    // The parser, too: made by default, it keeps to limits of its own.
    super(limits, null, null, null, null, null, new DefaultHttpResponseParserFactory(limits));
  }

  @Override
  public void bind(SSLSocket tls, Socket plain) throws IOException {
    bind(new SocketHolder(tls, plain));
  }

  @Override
  public @Nullable Socket getSocket() {
    var holder = getSocketHolder();
    return holder == null ? null : holder.getSocket();
  }

  @Override
  public void setSocketTimeout(Timeout limit) {
    timeout = limit;
    super.setSocketTimeout(limit);
  }

  @Override
  public void passivate() {
    super.setSocketTimeout(Timeout.DISABLED);
  }

  @Override
  public void activate() {
    super.setSocketTimeout(timeout);
  }
}
