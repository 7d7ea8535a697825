package io.github.netnutmaven.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.util.Timeout;

/**
 * A connection that logs nothing. HttpClient's own writes every byte, including passwords, to the
 * log that {@code mvn -X} turns on.
 */
final class QuietConnection extends DefaultBHttpClientConnection {
  /** How long to look for unexpected input; zero would wait for ever. */
  static final Timeout A_MOMENT = Timeout.ofMilliseconds(1);

  /** Has no socket yet. */
  QuietConnection() {
    // Limits that HttpCore sets by default: 100 headers, and 8 KiB for each line.
    super(Http1Config.DEFAULT);
  }

  /** Whether it is open and silent. A byte that arrives before a request is no response to it. */
  boolean isUsable() {
    try {
      // Returns when bytes arrive or the stream ends.
      awaitInput(A_MOMENT);
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
