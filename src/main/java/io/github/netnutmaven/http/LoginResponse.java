package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.TokenSyntax;

/** The answer to {@code POST /auth/login}. */
record LoginResponse(RawResponse answer, Credentials credentials, Status status) {

  /** The token that came. */
  String token() throws ResponseException {
    return switch (answer.status()) {
      case 200 -> granted();
      case 400, 401 -> throw refused();
      case 403 ->
          throw ResponseException.setUp(
              "the account may not log in from here (403)"
                  + said()
                  + ". Ask NetNut's support, or check the account's allowed addresses.");
      default -> throw status.failure(answer);
    };
  }

  private String granted() throws ResponseException {
    ApiResponse body;
    try {
      body = answer.parse();
    } catch (BadBodyException e) {
      throw e.isCutOff() && answer.endsWithConnection()
          ? ResponseException.passing("the answer broke off. Check the network and the proxy.")
          : unusable(e.getMessage());
    }
    if (!body.success().orElse(true)) {
      throw refused();
    }
    if (body.success().isEmpty()) {
      throw unusable("no \"success\": true");
    }
    var token = body.token();
    if (token.isEmpty()) {
      throw unusable("no token");
    }
    var problem = TokenSyntax.problem(token.get());
    if (problem.isPresent()) {
      throw unusable(problem.get());
    }
    return token.get();
  }

  private ResponseException refused() {
    return ResponseException.setUp(
        "the server refused" + said() + ". Check " + credentials.from() + ".");
  }

  private String said() {
    return answer
        .message()
        .map(m -> ": \"" + SafeText.oneLine(m, credentials.password()) + "\"")
        .orElse("");
  }

  private static ResponseException unusable(String what) {
    return ResponseException.wrongAnswer(
        "the answer had "
            + what
            + ". Check apiUrl and the proxy; if both are right, the service"
            + " is in trouble.");
  }

  @Override
  public String toString() {
    return "LoginResponse[" + answer + "]";
  }
}
