package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.HttpProxy;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.secret.SafeText;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explains the statuses that mean the same for both calls.
 *
 * @param url the API's address
 * @param proxy the proxy in use, or null
 * @param timing this machine's clock
 */
record StatusFailures(ApiUrl url, @Nullable HttpProxy proxy, Timing timing) {

  /**
   * The failure that a response with this status stands for.
   *
   * @param secret what the message must not show
   */
  ResponseException failure(ApiResponse response, String secret) {
    int status = response.status();
    return switch (status) {
      case 404, 405, 410, 501, 505 ->
          ResponseException.userMistake(
              "the API is not there ({}). Check apiUrl; the default is {}.",
              status,
              ApiUrl.DEFAULT);
      case 406, 415 ->
          ResponseException.userMistake(
              "the server does not speak the API's language ({}). Check apiUrl.", status);
      case 407 -> new NetworkFault(url, proxy).wrongProxyLogin();
      case 413, 414, 431 ->
          ResponseException.userMistake(
              "the request was too large for the server ({}). Check the length of e-mail and"
                  + " password, or of the token.",
              status);
      case 408, 500, 502, 504 -> error(status);
      case 429 -> throttled(status, Objects.requireNonNullElse(wait(response), Duration.ZERO));
      case 503 -> {
        var wait = wait(response);
        yield wait == null ? error(status) : throttled(status, wait);
      }
      default -> other(response, secret);
    };
  }

  private ResponseException other(ApiResponse response, String secret) {
    int status = response.status();
    return switch (status / 100) {
      case 3 ->
          ResponseException.userMistake(
              "the server answered with a redirect ({}) to {}, which is never followed: a password"
                  + " does not go where a server sends it. Set apiUrl to the right address.",
              status,
              target(response, secret));
      case 4 ->
          ResponseException.userMistake(
              "the server rejected the request ({}). Check the account and apiUrl.", status);
      default ->
          ResponseException.wrongResponse(
              "the API does not use the response's status, {}. Check apiUrl and the proxy.",
              status);
    };
  }

  private static ResponseException error(int status) {
    return ResponseException.transientFault(
        "the service reported an error ({}). Try again later.", status);
  }

  private static ResponseException throttled(int status, Duration wait) {
    return ResponseException.throttled(
        wait,
        "the service is called too often ({}). Try again later, or log in less often.",
        status);
  }

  private @Nullable Duration wait(ApiResponse response) {
    return RetryAfter.parse(response.header("Retry-After"), response.header("Date"), timing.now());
  }

  /** Scheme, host and port of a redirect's target: its path or query may hold anything. */
  private String target(ApiResponse response, String secret) {
    try {
      var location = Objects.requireNonNullElse(response.header("Location"), "");
      var to = URI.create(url + "/").resolve(location);
      var target = ApiUrl.parse(to.getScheme() + "://" + to.getRawAuthority());
      // The host has no capitals.
      var shown = SafeText.oneLine(target.origin(), secret, secret.toLowerCase(Locale.ROOT));
      return target.isPlain() && !url.isPlain()
          ? shown + " (plain http, a downgrade from https)"
          : shown;
    } catch (IllegalArgumentException | UserMistakeException e) {
      return "an unreadable address";
    }
  }
}
