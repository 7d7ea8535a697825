package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Email;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.Verdict;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The two calls of the Customers API over HTTP/1.1, both on one connection. */
public final class HttpAuthApi implements AuthApi {
  private final ApiUrl url;
  private final @Nullable String scheme;
  private final Transport transport;
  private final Status status;
  private final RetryLoop retries;

  /**
   * Opens no connection yet.
   *
   * @param url the base address, already found safe
   * @param options limits, proxy and the authorization scheme
   * @param deadline the end of the goal's time, which includes every request, retry and wait
   * @param timing the clock and random numbers
   * @param debug receives a line for each retry
   */
  public HttpAuthApi(
      ApiUrl url, HttpOptions options, Deadline deadline, Timing timing, Consumer<Message> debug) {
    this.url = url;
    this.scheme = options.authorizationScheme();
    this.transport = new Transport(url, options.connectTimeout(), options.proxy());
    this.status = new Status(url, options.proxy(), timing);
    this.retries = new RetryLoop(options.retries(), deadline, timing, debug);
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    try {
      return retries.run(new LoginCall(transport, status, credentials));
    } catch (ResponseException e) {
      var account = Email.shortened(credentials.email());
      throw e.failureOf(Message.of("Tried to log in to {} as {}{}", url, account, retries.shown()));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public Verdict check(String token) throws AuthException {
    try {
      return retries.run(new CheckCall(transport, status, token, scheme));
    } catch (ResponseException e) {
      if (e.isInconclusive()) {
        return Verdict.unknown(e.message().toString());
      }
      throw e.failureOf(Message.of("Tried to check the token at {}{}", url, retries.shown()));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private ServiceException interrupted() {
    Thread.currentThread().interrupt();
    return new ServiceException("Stopped the calls to {}: the build was interrupted.", url);
  }

  @Override
  public void close() {
    transport.close();
  }
}
