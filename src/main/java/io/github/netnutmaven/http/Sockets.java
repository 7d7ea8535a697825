package io.github.netnutmaven.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.util.Optional;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes a connection's sockets, so that another thread can close the one that is in use; from then
 * on each further one is closed, too, such as that of a host's next address.
 */
final class Sockets implements DetachedSocketFactory, Closeable {
  private volatile Optional<Socket> last = Optional.empty();
  private volatile boolean closed;

  @Override
  public Socket create(@Nullable Proxy socks) throws IOException {
    var made = socks == null ? new Socket() : new Socket(socks);
    last = Optional.of(made);
    if (closed) {
      made.close();
    }
    return made;
  }

  @Override
  public void close() {
    closed = true;
    if (last.isPresent()) {
      try {
        last.get().close();
      } catch (IOException e) {
        // It is on its way out, which is all that is wanted.
      }
    }
  }
}
