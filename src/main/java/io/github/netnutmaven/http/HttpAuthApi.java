package io.github.netnutmaven.http;

import com.fasterxml.jackson.core.JsonEncoding;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Email;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/** The two calls of the Customers API over HTTP/1.1, both on one connection. */
public final class HttpAuthApi implements AuthApi, Closeable {
  private final ApiUrl url;
  private final HttpOptions options;
  private final Transport transport;
  private final Deadline deadline;

  /**
   * @param url the base address, already found safe
   * @param options limits and the authorization scheme
   * @param nanoClock {@link System#nanoTime()}; the time limit starts here
   */
  public HttpAuthApi(ApiUrl url, HttpOptions options, LongSupplier nanoClock) {
    this.url = url;
    this.options = options;
    this.transport = new Transport(options.connectTimeout());
    this.deadline = new Deadline(options.timeout(), nanoClock);
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    var request = new HttpPost(url.resolve("/auth/login"));
    request.setEntity(
        new ByteArrayEntity(loginBody(credentials), ContentType.create("application/json")));
    var tried =
        "Tried to log in to " + url + " as " + Email.shortened(credentials.email()) + ", but ";
    try {
      return new LoginAnswer(send(request), url, credentials).token();
    } catch (AnswerException e) {
      throw e.as(tried);
    }
  }

  @Override
  public Verdict check(String token) throws AuthException {
    var request = new HttpGet(url.resolve("/auth/authenticated"));
    request.setHeader(
        "Authorization", options.authorizationScheme().map(s -> s + " ").orElse("") + token);
    try {
      return new CheckAnswer(send(request), url, token).verdict();
    } catch (AnswerException e) {
      if (e.decidesNothing()) {
        return Verdict.unknown(e.getMessage());
      }
      throw e.as("Tried to check the token at " + url + ", but ");
    }
  }

  private RawAnswer send(HttpUriRequestBase request) throws AnswerException, ServiceException {
    request.setHeader("Accept", "application/json");
    request.setHeader("Accept-Encoding", "identity");
    try {
      return transport.send(request, tryLimit());
    } catch (TimeoutException e) {
      throw AnswerException.passing(
          "no complete answer came in time. Check the network, or allow more with"
              + " -Dnetnut.timeout (now "
              + options.timeout().toSeconds()
              + " s).");
    } catch (IOException e) {
      throw NetworkFault.of(e, url);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException("Stopped asking " + url + ": the build was interrupted.");
    }
  }

  /** What is left of the whole goal's time; one silent try must leave time for another call. */
  private Duration tryLimit() {
    var left = deadline.left();
    var most = options.timeout().dividedBy(2);
    return left.compareTo(most) < 0 ? left : most;
  }

  private static byte[] loginBody(Credentials credentials) {
    var body = new ByteArrayOutputStream(256);
    try (var json = Json.factory().createGenerator(body, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("email", credentials.email());
      json.writeStringField("password", credentials.password());
      json.writeEndObject();
    } catch (IOException e) {
      // Half a surrogate pair; the exception would quote it.
      throw new IllegalArgumentException("E-mail or password is no valid Unicode text");
    }
    return body.toByteArray();
  }

  @Override
  public void close() {
    transport.close();
  }
}
