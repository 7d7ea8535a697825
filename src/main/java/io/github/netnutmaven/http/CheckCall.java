package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Verdict;
import java.time.Duration;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /auth/authenticated}, which tells whether a token is accepted. A token in the response
 * is ignored.
 */
record CheckCall(Transport transport, Status status, String token, @Nullable String scheme)
    implements RetryLoop.Call<Verdict> {

  @Override
  public Verdict run(Duration limit) throws ResponseException, InterruptedException {
    var request = new BasicClassicHttpRequest("GET", "/auth/authenticated");
    request.setHeader("Authorization", scheme == null ? token : scheme + " " + token);
    var response = transport.send(request, limit);
    int code = response.status();
    return switch (code) {
      case 200 -> decided(response);
      case 400, 401, 403 -> Verdict.refused(code + response.quotedMessage(token));
      case 501, 505 -> Verdict.unknown("the service is in trouble (" + code + ").");
      default -> throw status.failure(response);
    };
  }

  private Verdict decided(RawResponse response) throws ResponseException {
    var success = response.parse().success();
    if (success == null) {
      throw ResponseException.badBody("no \"success\"");
    }
    return success ? Verdict.accepted() : Verdict.refused("200" + response.quotedMessage(token));
  }

  /** Does not show the token. */
  @Override
  public String toString() {
    return "CheckCall[]";
  }
}
