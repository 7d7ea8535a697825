package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a status means that neither call treats in a way of its own.
 *
 * @param url the API's address
 * @param proxy the proxy on the way
 * @param now this machine's time
 */
record Status(ApiUrl url, Optional<HttpProxy> proxy, Instant now) {

  /** The failure that an answer with this status is. */
  ResponseException failure(RawResponse answer) {
    int status = answer.status();
    if (status / 100 == 3) {
      return redirect(answer);
    }
    return switch (status) {
      case 404, 405, 410, 501, 505 ->
          ResponseException.setUp(
              "the API is not there ("
                  + status
                  + "). Check apiUrl; the default is "
                  + ApiUrl.DEFAULT
                  + ".");
      case 406, 415 ->
          ResponseException.setUp(
              "the server does not speak the API's language (" + status + "). Check apiUrl.");
      case 407 -> proxyLogin(proxy);
      case 408 -> trouble(status);
      case 413, 414, 431 ->
          ResponseException.setUp(
              "the request was too large for the server ("
                  + status
                  + "). Check the length of"
                  + " e-mail and password, or of the token.");
      case 429 -> tooOften(answer, retryAfter(answer).orElse(Duration.ZERO));
      case 503 -> {
        var wait = retryAfter(answer);
        yield wait.isPresent() ? tooOften(answer, wait.get()) : trouble(status);
      }
      default -> other(status);
    };
  }

  private static ResponseException other(int status) {
    if (status / 100 == 4) {
      return ResponseException.setUp(
          "the server rejected the request (" + status + "). Check the account and apiUrl.");
    }
    return switch (status) {
      case 500, 502, 504 -> trouble(status);
      default ->
          ResponseException.wrongAnswer(
              "the answer's status, "
                  + status
                  + ", is none that the API gives. Check apiUrl and"
                  + " the proxy.");
    };
  }

  private static ResponseException trouble(int status) {
    return ResponseException.passing(
        "the service is in trouble (" + status + "). Try again later.");
  }

  private static ResponseException tooOften(RawResponse answer, Duration wait) {
    return ResponseException.throttled(
        "the service is asked too often ("
            + answer.status()
            + "). Try again later, or log in"
            + " less often.",
        wait);
  }

  private Optional<Duration> retryAfter(RawResponse answer) {
    return RetryAfter.parse(answer.headers("Retry-After"), answer.header("Date"), now);
  }

  private ResponseException redirect(RawResponse answer) {
    return ResponseException.setUp(
        "the server answered with a redirect ("
            + answer.status()
            + ") to "
            + target(answer)
            + ", which is never followed: a password does not go where a server sends it. Set"
            + " apiUrl to the right address.");
  }

  /** Scheme, host and port of a redirect's target: a path or a query may hold anything. */
  private String target(RawResponse answer) {
    try {
      var to = URI.create(url + "/").resolve(answer.header("Location").orElse(""));
      var origin = ApiUrl.parse(to.getScheme() + "://" + to.getRawAuthority()).origin();
      return to.getScheme().equals("http") && !url.isPlain()
          ? origin + " (plain http, a downgrade from https)"
          : origin;
    } catch (IllegalArgumentException | UserMistakeException e) {
      return "an unreadable address";
    }
  }

  /** What a proxy that wants other credentials is to the user. */
  static ResponseException proxyLogin(Optional<HttpProxy> proxy) {
    return ResponseException.setUp(
        proxy
            .map(
                p ->
                    "the proxy "
                        + p
                        + " wants other credentials (407). Check them; only Basic is spoken.")
            .orElse(
                "a proxy wants credentials (407), but none is configured. Check the network, or"
                    + " add a <proxy> to settings.xml."));
  }
}
