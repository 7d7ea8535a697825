package io.github.netnutmaven.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** Responds to both calls of the API; everything else is not found. */
final class SandboxApi implements HttpHandler {
  /** The path of the base address. */
  static final String BASE_PATH = "/v1";

  /** The largest request body that is read, in bytes. */
  private static final int MAX_BODY = 64 * 1024;

  private final SandboxTokens tokens;

  SandboxApi(SandboxTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void handle(HttpExchange call) throws IOException {
    try (call) {
      response(call).send(call);
    }
  }

  private SandboxResponse response(HttpExchange call) throws IOException {
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
