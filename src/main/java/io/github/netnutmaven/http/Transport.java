package io.github.netnutmaven.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Sends one request at a time over one connection, each within a hard limit: a socket's own timeout
 * does not end a body that drips, so the request runs in a thread of its own, and the connection is
 * closed under it when its time is up.
 */
final class Transport implements Closeable {
  /** The largest body that is read, in bytes: an answer of the API has a few hundred. */
  static final int MAX_BODY = 64 * 1024;

  private final Duration connectTimeout;
  private final Optional<HttpProxy> proxy;
  private ApiConnection connection;

  /**
   * Connects to nothing yet.
   *
   * @param connectTimeout the limit on connecting
   * @param proxy the proxy on the way
   */
  Transport(Duration connectTimeout, Optional<HttpProxy> proxy) {
    this.connectTimeout = connectTimeout;
    this.proxy = proxy;
    connection = new ApiConnection(connectTimeout, proxy);
  }

  /**
   * Sends the request and reads the response.
   *
   * @param limit how long this may take, the connecting included
   * @throws TimeoutException when the limit is reached; the request is given up
   * @throws InterruptedException when this thread is interrupted; the request is given up
   */
  RawResponse send(BasicClassicHttpRequest request, Duration limit)
      throws IOException, TimeoutException, InterruptedException {
    var current = connection;
    var task = new FutureTask<>(() -> current.exchange(request));
    var thread = new Thread(task, "netnut-http");
    thread.setDaemon(true);
    thread.start();
    try {
      var answer = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      thread.join();
      return answer;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      // HttpCore's own checks, such as one of a status line "HTTP/1.1 000".
      throw new ClientProtocolException("Unreadable response");
    } finally {
      if (!task.isDone()) {
        giveUp();
      }
    }
  }

  private void giveUp() {
    connection.abandon();
    connection = new ApiConnection(connectTimeout, proxy);
  }

  @Override
  public void close() {
    connection.close();
  }
}
