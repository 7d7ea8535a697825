package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Email;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** The two calls of the Customers API over HTTP/1.1, both on one connection. */
public final class HttpAuthApi implements AuthApi {
  private final ApiUrl url;
  private final HttpOptions options;
  private final Timing timing;
  private final Transport transport;
  private final RetryLoop tries;

  /**
   * Connects to nothing yet.
   *
   * @param url the base address, already found safe
   * @param options limits, proxy and the authorization scheme
   * @param deadline the end of the goal's time, every request, retry and wait in it included
   * @param timing time and chance
   * @param debug where each further try is told of
   */
  public HttpAuthApi(
      ApiUrl url, HttpOptions options, Deadline deadline, Timing timing, Consumer<String> debug) {
    this.url = url;
    this.options = options;
    this.timing = timing;
    this.transport = new Transport(options.connectTimeout(), Optional.ofNullable(options.proxy()));
    this.tries = new RetryLoop(options.retries(), deadline, timing, debug);
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    var body = loginBody(credentials);
    try {
      return tries.run(
          limit -> {
            var request = new BasicClassicHttpRequest("POST", url.resolve("/auth/login"));
            request.setHeader("Content-Type", "application/json");
            request.setHeader("Content-Length", body.length);
            request.setEntity(new ByteArrayEntity(body, null));
            return new LoginResponse(send(request, limit), credentials, status()).token();
          });
    } catch (ResponseException e) {
      throw e.as(
          "Tried to log in to "
              + url
              + " as "
              + Email.shortened(credentials.email())
              + tries.shown()
              + ", but ");
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  @Override
  public Verdict check(String token) throws AuthException {
    var scheme = options.authorizationScheme();
    var authorization = scheme == null ? token : scheme + " " + token;
    try {
      return tries.run(
          limit -> {
            var request = new BasicClassicHttpRequest("GET", url.resolve("/auth/authenticated"));
            request.setHeader("Authorization", authorization);
            return new CheckResponse(send(request, limit), token, status()).verdict();
          });
    } catch (ResponseException e) {
      if (e.decidesNothing()) {
        return Verdict.unknown(e.getMessage());
      }
      throw e.as("Tried to check the token at " + url + tries.shown() + ", but ");
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private RawResponse send(BasicClassicHttpRequest request, Duration limit)
      throws ResponseException, InterruptedException {
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "identity");
    try {
      return transport.send(request, limit);
    } catch (TimeoutException e) {
      throw ResponseException.passing(
          "no complete answer came within "
              + limit.toMillis()
              + " ms. Check the network, or allow more with -Dnetnut.timeout.");
    } catch (IOException e) {
      throw new NetworkFault(url, Optional.ofNullable(options.proxy())).failure(e);
    }
  }

  private Status status() {
    return new Status(url, Optional.ofNullable(options.proxy()), timing.now());
  }

  private ServiceException interrupted() {
    Thread.currentThread().interrupt();
    return new ServiceException("Stopped asking " + url + ": the build was interrupted.");
  }

  private static byte[] loginBody(Credentials credentials) {
    var json =
        "{\"email\":"
            + Json.string(credentials.email())
            + ",\"password\":"
            + Json.string(credentials.password())
            + "}";
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(json)) {
      // Half a surrogate pair.
      throw new IllegalArgumentException("E-mail or password is no valid Unicode text");
    }
    return json.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    transport.close();
  }
}
