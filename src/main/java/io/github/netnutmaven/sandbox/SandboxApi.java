package io.github.netnutmaven.sandbox;

import java.io.IOException;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.HttpServerRequestHandler;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Responds to both calls of the login, and to others as files say; the rest is not found. */
final class SandboxApi implements HttpServerRequestHandler {
  /** The path of the base address. */
  static final String BASE_PATH = "/v1";

  /** The largest request body that is read, in bytes. */
  private static final int MAX_BODY = 64 * 1024;

  private static final String BEARER = "Bearer ";

  private static final String WARNING =
      "A request to the sandbox has 'Authorization: Bearer …', which was refused: the API takes the"
          + " bare token. Send 'Authorization: <token>', without 'Bearer'.";

  private final SandboxTokens tokens;
  private final CannedResponses others;
  private final Consumer<String> warn;

  /**
   * @param warn receives what a client does wrong
   */
  SandboxApi(SandboxTokens tokens, CannedResponses others, Consumer<String> warn) {
    this.tokens = tokens;
    this.others = others;
    this.warn = warn;
  }

  @Override
  public void handle(ClassicHttpRequest call, ResponseTrigger trigger, HttpContext context)
      throws HttpException, IOException {
    trigger.submitResponse(response(call).toHttp());
  }

  private SandboxResponse response(ClassicHttpRequest call) throws IOException {
    if (token(call).regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      warn.accept(WARNING);
      return SandboxResponse.failure(400, "Invalid token: send it without Bearer");
    }
    var path = call.getPath().replaceFirst("\\?.*", "");
    if (path.equals(BASE_PATH + "/auth/login")) {
      return call.getMethod().equals("POST") ? login(call) : SandboxResponse.notAllowed("POST");
    }
    if (path.equals(BASE_PATH + "/auth/authenticated")) {
      return call.getMethod().equals("GET") ? check(call) : SandboxResponse.notAllowed("GET");
    }
    if (!path.startsWith(BASE_PATH + "/")) {
      return SandboxResponse.failure(404, "Not found: all paths begin with " + BASE_PATH + "/");
    }
    return others.find(
        call.getMethod(), path.substring(BASE_PATH.length() + 1), hasGoodToken(call));
  }

  private SandboxResponse login(ClassicHttpRequest call) throws IOException {
    var entity = call.getEntity();
    var body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BODY + 1);
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

  private SandboxResponse check(ClassicHttpRequest call) {
    return hasGoodToken(call)
        ? SandboxResponse.success(token(call))
        : SandboxResponse.failure(400, "Invalid token");
  }

  private boolean hasGoodToken(ClassicHttpRequest call) {
    return tokens.isGood(token(call));
  }

  private static String token(ClassicHttpRequest call) {
    var header = call.getFirstHeader("Authorization");
    return header == null ? "" : header.getValue();
  }
}
