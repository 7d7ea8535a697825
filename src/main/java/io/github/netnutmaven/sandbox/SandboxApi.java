package io.github.netnutmaven.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.Consumer;

/** Responds to both calls of the API; everything else is not found. */
final class SandboxApi implements HttpHandler {
  /** The path of the base address. */
  static final String BASE_PATH = "/v1";

  /** The largest request body that is read, in bytes. */
  private static final int MAX_BODY = 64 * 1024;

  private static final String BEARER = "Bearer ";

  private static final String WARNING =
      "A request to the sandbox has 'Authorization: Bearer …', which was refused: the API takes the"
          + " bare token. Send 'Authorization: <token>', without 'Bearer'.";

  private final SandboxTokens tokens;
  private final Consumer<String> warn;

  /**
   * @param warn receives what a client does wrong
   */
  SandboxApi(SandboxTokens tokens, Consumer<String> warn) {
    this.tokens = tokens;
    this.warn = warn;
  }

  @Override
  public void handle(HttpExchange call) throws IOException {
    try (call) {
      response(call).send(call);
    }
  }

  private SandboxResponse response(HttpExchange call) throws IOException {
    var authorization = call.getRequestHeaders().getFirst("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      warn.accept(WARNING);
      return SandboxResponse.failure(400, "Invalid token: send it without Bearer");
    }
    var path = call.getRequestURI().getRawPath();
    if (path.equals(BASE_PATH + "/auth/login")) {
      return call.getRequestMethod().equals("POST") ? login(call) : notAllowed(call, "POST");
    }
    if (path.equals(BASE_PATH + "/auth/authenticated")) {
      return call.getRequestMethod().equals("GET") ? check(call) : notAllowed(call, "GET");
    }
    return SandboxResponse.failure(404, "Not found");
  }

  private SandboxResponse login(HttpExchange call) throws IOException {
    var body = call.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      return SandboxResponse.failure(413, "Request too large");
    }
    var login = LoginRequest.parse(body);
    if (login == null) {
      return SandboxResponse.failure(400, "email and password are required");
    }
    return login.isSandboxAccount()
        ? SandboxResponse.success(tokens.issue())
        : SandboxResponse.failure(400, "Invalid email or password");
  }

  private SandboxResponse check(HttpExchange call) {
    var token = call.getRequestHeaders().getFirst("Authorization");
    return token != null && tokens.isGood(token)
        ? SandboxResponse.success(token)
        : SandboxResponse.failure(400, "Invalid token");
  }

  private static SandboxResponse notAllowed(HttpExchange call, String allowed) {
    call.getResponseHeaders().set("Allow", allowed);
    return SandboxResponse.failure(405, "Method not allowed");
  }
}
