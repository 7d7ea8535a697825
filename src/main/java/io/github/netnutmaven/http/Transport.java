package io.github.netnutmaven.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request at a time over one connection, each within a hard limit: a socket's own timeout
 * does not end a body that drips, so the request runs in a thread of its own, and the socket is
 * closed under it when its time is up.
 */
final class Transport implements Closeable {
  /** The largest body that is read, in bytes: an answer of the API has a few hundred. */
  static final int MAX_BODY = 64 * 1024;

  private final CloseableHttpClient client;
  private final Optional<HttpProxy> proxy;
  private volatile Optional<Socket> socket = Optional.empty();

  /**
   * Connects to nothing yet.
   *
   * @param connectTimeout the limit on connecting
   * @param proxy the proxy on the way
   */
  Transport(Duration connectTimeout, Optional<HttpProxy> proxy) {
    this.proxy = proxy;
    client = LeanClient.open(connectTimeout, proxy, this::newSocket);
  }

  /**
   * Sends the request and reads the response.
   *
   * @param limit how long this may take, the connecting included
   * @throws TimeoutException when the limit is reached; the request is given up
   * @throws InterruptedException when this thread is interrupted; the request is given up
   */
  RawAnswer send(HttpUriRequestBase request, Duration limit)
      throws IOException, TimeoutException, InterruptedException {
    var task = new FutureTask<>(() -> exchange(request));
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
      // HttpClient's own checks, such as one of a status line "HTTP/1.1 000".
      throw new ClientProtocolException("Unreadable response");
    } finally {
      if (!task.isDone()) {
        giveUp(request, thread);
      }
    }
  }

  private RawAnswer exchange(HttpUriRequestBase request) throws IOException {
    request.setHeader("User-Agent", LeanClient.USER_AGENT);
    var context = HttpClientContext.create();
    if (proxy.isPresent()) {
      proxy.get().logIn(context);
    }
    var target = new HttpHost(request.getScheme(), request.getAuthority());
    var response = client.executeOpen(target, request, context);
    try {
      if (request.getScheme().equals("https") && context.getSSLSession() == null) {
        throw new ProxyRefusalException(response.getCode());
      }
      var answer = RawAnswer.read(response);
      if (answer.isTooLong()) {
        // Closing the response would read it to its end.
        request.cancel();
      }
      return answer;
    } finally {
      closeNow(response);
    }
  }

  private void giveUp(HttpUriRequestBase request, Thread thread) {
    request.cancel();
    socket.ifPresent(Transport::closeNow);
    thread.interrupt();
  }

  private static void closeNow(Closeable connection) {
    try {
      connection.close();
    } catch (IOException e) {
      // It is on its way out, which is all that is wanted.
    }
  }

  private Socket newSocket(@Nullable Proxy proxy) {
    var made = proxy == null ? new Socket() : new Socket(proxy);
    socket = Optional.of(made);
    return made;
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
