package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.AuthApi;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.CustomersApi;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Email;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenSyntax;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.secret.SafeText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/** The two calls of the Customers API over HTTP/1.1, both on one connection. */
public final class HttpAuthApi implements AuthApi {
  private final ApiAddress address;
  private final @Nullable HttpProxy proxy;
  private final @Nullable String scheme;
  private final Timing timing;
  private final Transport transport;
  private final RetryLoop retries;

  /**
   * @param address the base address, already found safe
   * @param proxy the proxy to use, or null
   * @param scheme a word to put before the token in {@code Authorization}, or null
   * @param connectTimeout the limit for opening a connection
   * @param retries the most retries after faults that may pass
   * @param deadline the end of the goal's time, which includes every request, retry and wait
   * @param timing the clock and random numbers
   * @param debug receives a line for each retry
   */
  public HttpAuthApi(
      ApiAddress address,
      @Nullable HttpProxy proxy,
      @Nullable String scheme,
      Duration connectTimeout,
      int retries,
      Deadline deadline,
      Timing timing,
      Consumer<Message> debug) {
    this.address = address;
    this.proxy = proxy;
    this.scheme = scheme;
    this.timing = timing;
    this.transport = new Transport(address.url(), connectTimeout, proxy, deadline);
    this.retries = new RetryLoop(retries, deadline, timing, debug);
  }

  @Override
  public String login(Credentials credentials) throws AuthException {
    try {
      return retries.run(
          limit -> granted(transport.send(loginRequest(credentials), limit), credentials));
    } catch (ResponseException e) {
      var account = Email.shortened(credentials.email());
      throw e.failureOf(
          Message.of("Tried to log in to {} as {}{}", address, account, retries.shown()));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static BasicClassicHttpRequest loginRequest(Credentials credentials) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put(CustomersApi.EMAIL, credentials.email());
    fields.put(CustomersApi.PASSWORD, credentials.password());
    var json = Json.object(fields).getBytes(StandardCharsets.UTF_8);
    var request = new BasicClassicHttpRequest("POST", CustomersApi.LOGIN);
    request.setHeader("Content-Type", "application/json");
    request.setEntity(new ByteArrayEntity(json, null));
    return request;
  }

  /** The token in the response to a login. */
  private String granted(ApiResponse response, Credentials credentials) throws ResponseException {
    switch (response.status()) {
      case 200 -> {
        if (!response.isSuccess()) {
          throw refused(response, credentials);
        }
        return token(response, credentials);
      }
      case 400 -> {
        response.requireApi();
        throw refused(response, credentials);
      }
      case 401 -> throw refused(response, credentials);
      case 403 -> {
        response.requireApi();
        throw ResponseException.userMistake(
            "the account may not log in from here (403){}. Ask NetNut's support, or check the"
                + " account's allowed addresses.",
            response.quotedMessage(credentials.password()));
      }
      default -> throw failure(response, credentials.password());
    }
  }

  private static String token(ApiResponse response, Credentials credentials)
      throws ResponseException {
    var token = response.text(CustomersApi.TOKEN);
    if (token == null) {
      throw ResponseException.wrongResponse(
          "the response had no token, but these fields: {}. If they ask for a second factor, a build"
              + " has none: use another account. Otherwise check apiUrl and the proxy.",
          SafeText.oneLine(response.fields().keySet().toString(), credentials.password()));
    }
    var problem = TokenSyntax.problem(token);
    if (problem.isPresent()) {
      throw ResponseException.badBody(problem.get());
    }
    return token;
  }

  private static ResponseException refused(ApiResponse response, Credentials credentials) {
    return ResponseException.userMistake(
        "the server refused ({}){}. Check {}.",
        response.status(),
        response.quotedMessage(credentials.password()),
        credentials.from());
  }

  @Override
  public Verdict check(String token) throws AuthException {
    try {
      return retries.run(limit -> verdict(transport.send(checkRequest(token), limit), token));
    } catch (ResponseException e) {
      if (e.isInconclusive()) {
        return Verdict.unknown(e.message().toString());
      }
      throw e.failureOf(Message.of("Tried to check the token at {}{}", address, retries.shown()));
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private BasicClassicHttpRequest checkRequest(String token) {
    var request = new BasicClassicHttpRequest("GET", CustomersApi.CHECK);
    request.setHeader(CustomersApi.TOKEN_HEADER, scheme == null ? token : scheme + " " + token);
    return request;
  }

  /** A token in the response to a check is ignored. */
  private Verdict verdict(ApiResponse response, String token) throws ResponseException {
    int code = response.status();
    switch (code) {
      case 200 -> {
        if (response.isSuccess()) {
          return Verdict.accepted();
        }
      }
      case 400, 403 -> response.requireApi();
      case 401 -> {}
      case 501, 505 -> {
        return Verdict.unknown("the service reported an error (" + code + ").");
      }
      default -> throw failure(response, token);
    }
    return Verdict.refused(code + response.quotedMessage(token));
  }

  /** The failure of a status that means the same for both calls. */
  private ResponseException failure(ApiResponse response, String secret) {
    return new StatusFailures(address.url(), proxy, timing).failure(response, secret);
  }

  private ServiceException interrupted() {
    Thread.currentThread().interrupt();
    return new ServiceException("Stopped the calls to {}: the build was interrupted.", address);
  }

  @Override
  public void close() {
    transport.close();
  }
}
