package io.github.netnutmaven.http;

import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.TokenSyntax;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** {@code POST /auth/login}, which exchanges credentials for a token. */
record LoginCall(Transport transport, Status status, Credentials credentials)
    implements RetryLoop.Call<String> {

  @Override
  public String run(Duration limit) throws ResponseException, InterruptedException {
    var body = body();
    var request = new BasicClassicHttpRequest("POST", "/auth/login");
    request.setHeader("Content-Type", "application/json");
    request.setEntity(new ByteArrayEntity(body, null));
    return token(transport.send(request, limit));
  }

  private byte[] body() {
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

  /** The token in a response. */
  String token(RawResponse response) throws ResponseException {
    return switch (response.status()) {
      case 200 -> granted(response);
      case 400, 401 -> throw refused(response);
      case 403 ->
          throw ResponseException.userMistake(
              "the account may not log in from here (403){}. Ask NetNut's support, or check the"
                  + " account's allowed addresses.",
              response.quotedMessage(credentials.password()));
      default -> throw status.failure(response);
    };
  }

  private String granted(RawResponse response) throws ResponseException {
    var body = response.parse();
    var success = body.success();
    if (success == null) {
      throw ResponseException.badBody("no \"success\": true");
    }
    if (!success) {
      throw refused(response);
    }
    var token = body.token();
    if (token == null) {
      throw ResponseException.badBody("no token");
    }
    var problem = TokenSyntax.problem(token);
    if (problem.isPresent()) {
      throw ResponseException.badBody(problem.get());
    }
    return token;
  }

  private ResponseException refused(RawResponse response) {
    return ResponseException.userMistake(
        "the server refused{}. Check {}.",
        response.quotedMessage(credentials.password()),
        credentials.from());
  }
}
