package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.ApiUrl;
import java.net.URI;

/** What a status means that neither call treats in a way of its own. */
final class Status {
  private Status() {}

  /** The failure that an answer with this status is. */
  static AnswerException failure(RawAnswer answer, ApiUrl url) {
    int status = answer.status();
    if (status >= 300 && status <= 399) {
      return AnswerException.setUp(
          "the server answered with a redirect ("
              + status
              + ") to "
              + target(answer, url)
              + ", which is never followed: a password does not go where a server sends it. Set"
              + " apiUrl to the right address.");
    }
    return switch (status) {
      case 404, 405, 410, 501, 505 ->
          AnswerException.setUp(
              "the API is not there ("
                  + status
                  + "). Check apiUrl; the default is "
                  + ApiUrl.DEFAULT
                  + ".");
      case 407 ->
          AnswerException.setUp(
              "a proxy wants other credentials (407). Check the <proxy> in settings.xml.");
      case 408, 500, 502, 503, 504 ->
          AnswerException.passing("the service is in trouble (" + status + "). Try again later.");
      case 429 ->
          AnswerException.passing(
              "the service is asked too often (429). Try again later, or log in less often.");
      case 406, 415 ->
          AnswerException.setUp(
              "the server does not speak the API's language (" + status + "). Check apiUrl.");
      case 413, 414, 431 ->
          AnswerException.setUp(
              "the request was too large for it ("
                  + status
                  + "). Check e-mail and password for"
                  + " their length.");
      default -> other(status);
    };
  }

  private static AnswerException other(int status) {
    if (status >= 400 && status <= 499) {
      return AnswerException.setUp(
          "the server rejected the request (" + status + "). Check the account and apiUrl.");
    }
    if (status >= 500 && status <= 599) {
      return AnswerException.passing(
          "the service is in trouble (" + status + "). Try again later.");
    }
    return AnswerException.wrongAnswer(
        "the answer's status, "
            + status
            + ", is none that the API gives. Check apiUrl and the"
            + " proxy.");
  }

  /** Scheme, host and port of a redirect's target: a path or a query may hold anything. */
  private static String target(RawAnswer answer, ApiUrl url) {
    try {
      var to = URI.create(url + "/").resolve(answer.location().orElse(""));
      if (to.getHost() != null) {
        var port = to.getPort() < 0 ? "" : ":" + to.getPort();
        return to.getScheme() + "://" + to.getHost() + port;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    return "an unreadable address";
  }
}
