package io.github.netnutmaven.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
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
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8 * 1024).build();

  /** How long to look for input that should not be there; zero would be for ever. */
  static final Timeout A_MOMENT = Timeout.ofMilliseconds(1);

  /** Has no socket yet. */
  QuietConnection() {
    // The parser, too: made by default, it keeps to limits of its own.
    super(LIMITS, null, null, null, null, null, new DefaultHttpResponseParserFactory(LIMITS));
  }

  /**
   * Whether it is open and silent. A byte that is here before a request is sent is no answer to it.
   */
  boolean isUsable() {
    try {
      // Returns with what has arrived, or at the end of the stream.
      awaitInput(A_MOMENT);
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
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

  /** Nothing: it is in no pool. */
  @Override
  public void passivate() {}

  /** Nothing: it is in no pool. */
  @Override
  public void activate() {}
}
