package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.Message;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request at a time over one connection, each within a hard limit. A socket's own timeout
 * does not end a body that drips, so each request runs in its own thread, and its connection is
 * closed when the time is up.
 */
final class Transport implements Closeable {
  private final ApiUrl url;
  private final Duration connectTimeout;
  private final @Nullable HttpProxy proxy;
  private final Deadline deadline;
  private ApiConnection connection;
  private boolean probed;

  /**
   * @param url the API's address
   * @param connectTimeout the limit for opening a connection
   * @param proxy the proxy to use, or null
   * @param deadline tells the user of a long wait
   */
  Transport(ApiUrl url, Duration connectTimeout, @Nullable HttpProxy proxy, Deadline deadline) {
    this.url = url;
    this.connectTimeout = connectTimeout;
    this.proxy = proxy;
    this.deadline = deadline;
    connection = new ApiConnection(url, connectTimeout, proxy);
  }

  /**
   * Sends the request and reads the response.
   *
   * @param request its path continues the API's address
   * @param limit how long this may take, including opening a connection
   * @throws ResponseException when there is no response, or none within the limit
   * @throws InterruptedException when this thread is interrupted; the request is then abandoned
   */
  ApiResponse send(BasicClassicHttpRequest request, Duration limit)
      throws ResponseException, InterruptedException {
    var exchange = new Exchange(connection, request);
    exchange.start();
    try {
      var wait = deadline.await(limit, Message.of("a response of {}.", url.hostAndPort()));
      if (!wait.until(exchange::endsWithin)) {
        throw ResponseException.transientFault(
            "no complete response came within {} ms. Check the network, or allow more with"
                + " -Dnetnut.timeout.",
            limit.toMillis());
      }
    } finally {
      if (exchange.isAlive()) {
        connection.abandon();
        connection = new ApiConnection(url, connectTimeout, proxy);
      }
    }
    return exchange.response();
  }

  @Override
  public void close() {
    connection.close();
  }

  /** The thread of one request, which keeps its outcome. */
  private final class Exchange extends Thread {
    private final ApiConnection connection;
    private final BasicClassicHttpRequest request;
    private @Nullable ApiResponse response;
    private @Nullable Throwable fault;

    Exchange(ApiConnection connection, BasicClassicHttpRequest request) {
      super("netnut-http");
      setDaemon(true);
      this.connection = connection;
      this.request = request;
    }

    @Override
    public void run() {
      try {
        response = connection.exchange(request);
      } catch (IOException | ResponseException | RuntimeException | Error e) {
        fault = isOtherScheme(e) ? new NetworkFault(url, proxy).otherScheme() : e;
      }
    }

    /** Asks the server once: a fault that passes is no reason for more connections. */
    private boolean isOtherScheme(Throwable e) {
      if (probed || !new NetworkFault(url, proxy).mayBeOtherScheme(e)) {
        return false;
      }
      probed = true;
      return connection.speaksOtherScheme();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
      TimeUnit.NANOSECONDS.timedJoin(this, time.toNanos());
      return !isAlive();
    }

    ApiResponse response() throws ResponseException {
      if (response != null) {
        return response;
      }
      if (fault instanceof Error e) {
        throw e;
      }
      throw new NetworkFault(url, proxy).failure(fault);
    }
  }
}
