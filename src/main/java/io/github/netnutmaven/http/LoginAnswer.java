package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.ServerText;
import io.github.netnutmaven.auth.TokenSyntax;

/** The answer to {@code POST /auth/login}. */
record LoginAnswer(RawAnswer answer, Credentials credentials, Status status) {

  /** The token that came. */
  String token() throws AnswerException {
    return switch (answer.status()) {
      case 200 -> granted();
      case 400, 401 -> throw refused();
      case 403 ->
          throw AnswerException.setUp(
              "the account may not log in from here (403)"
                  + said()
                  + ". Ask NetNut's support, or check the account's allowed addresses.");
      default -> throw status.failure(answer);
    };
  }

  private String granted() throws AnswerException {
    ApiAnswer body;
    try {
      body = answer.parse();
    } catch (BadBodyException e) {
      throw e.isCutOff() && answer.endsWithConnection()
          ? AnswerException.passing("the answer broke off. Check the network and the proxy.")
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
    var flaw = TokenSyntax.flaw(token.get());
    if (flaw.isPresent()) {
      throw unusable(flaw.get());
    }
    return token.get();
  }

  private AnswerException refused() {
    return AnswerException.setUp(
        "the server refused" + said() + ". Check " + credentials.from() + ".");
  }

  private String said() {
    return answer
        .message()
        .map(m -> ": \"" + ServerText.oneLine(m, credentials.password()) + "\"")
        .orElse("");
  }

  private static AnswerException unusable(String what) {
    return AnswerException.wrongAnswer(
        "the answer had "
            + what
            + ". Check apiUrl and the proxy; if both are right, the service"
            + " is in trouble.");
  }

  @Override
  public String toString() {
    return "LoginAnswer[" + answer + "]";
  }
}
