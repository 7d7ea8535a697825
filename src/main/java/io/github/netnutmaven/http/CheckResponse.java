package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.Verdict;

/** The answer to {@code GET /auth/authenticated}; a token that comes with it is not looked at. */
record CheckResponse(RawResponse answer, String token, Status status) {

  /** What it says of the token. */
  Verdict verdict() throws ResponseException {
    return switch (answer.status()) {
      case 200 -> decided();
      case 400, 401, 403 -> Verdict.refused(answer.status() + said());
      case 501, 505 -> Verdict.unknown("the service is in trouble (" + answer.status() + ").");
      default -> throw status.failure(answer);
    };
  }

  private Verdict decided() {
    try {
      var success = answer.parse().success();
      if (success.isEmpty()) {
        return Verdict.unknown("the answer had no \"success\".");
      }
      return success.get() ? Verdict.accepted() : Verdict.refused("200" + said());
    } catch (BadBodyException e) {
      return Verdict.unknown("the answer had " + e.getMessage() + ".");
    }
  }

  private String said() {
    return answer.message().map(m -> ": \"" + SafeText.oneLine(m, token) + "\"").orElse("");
  }

  @Override
  public String toString() {
    return "CheckResponse[" + answer + "]";
  }
}
