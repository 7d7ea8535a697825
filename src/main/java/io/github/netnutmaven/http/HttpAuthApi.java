package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Email;
import io.github.netnutmaven.auth.Pace;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** The two calls of the Customers API over HTTP/1.1, both on one connection. */
public final class HttpAuthApi implements AuthApi {
  private final ApiUrl url;
  private final HttpOptions options;
  private final Pace pace;
  private final Transport transport;
  private final Deadline deadline;
  private final Tries tries;

  /**
   * Connects to nothing yet.
   *
   * @param url the base address, already found safe
   * @param options limits, proxy and the authorization scheme
   * @param pace time and chance; the time limit starts here
   * @param debug where each further try is told of
   */
  public HttpAuthApi(ApiUrl url, HttpOptions options, Pace pace, Consumer<String> debug) {
    this.url = url;
    this.options = options;
    this.pace = pace;
    this.transport = new Transport(options.connectTimeout(), options.proxy());
    this.deadline = new Deadline(options.timeout(), pace);
    this.tries = new Tries(options.retries(), deadline, pace, debug);
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
            return new LoginAnswer(send(request, limit), credentials, status()).token();
          });
    } catch (AnswerException e) {
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
    var authorization = scheme.isPresent() ? scheme.get() + " " + token : token;
    try {
      return tries.run(
          limit -> {
            var request = new BasicClassicHttpRequest("GET", url.resolve("/auth/authenticated"));
            request.setHeader("Authorization", authorization);
            return new CheckAnswer(send(request, limit), token, status()).verdict();
          });
    } catch (AnswerException e) {
      if (e.decidesNothing()) {
        return Verdict.unknown(e.getMessage());
      }
      throw e.as("Tried to check the token at " + url + tries.shown() + ", but ");
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private RawAnswer send(BasicClassicHttpRequest request, Duration limit)
      throws AnswerException, InterruptedException {
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "identity");
    try {
      return transport.send(request, limit);
    } catch (TimeoutException e) {
      throw AnswerException.passing(
          "no complete answer came within "
              + limit.toMillis()
              + " ms. Check the network, or allow more with -Dnetnut.timeout.");
    } catch (IOException e) {
      throw new NetworkFault(url, options.proxy()).failure(e);
    }
  }

  private Status status() {
    return new Status(url, options.proxy(), pace.now());
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
  public Duration timeLeft() {
    return deadline.left();
  }

  @Override
  public void close() {
    transport.close();
  }
}
