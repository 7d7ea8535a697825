package io.github.netnutmaven.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.HttpRequestHandler;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Responds to both calls of the login, and to others as files say; the rest is not found. */
final class SandboxApi implements HttpRequestHandler {
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
  public void handle(ClassicHttpRequest call, ClassicHttpResponse response, HttpContext context)
      throws IOException {
    var header = call.getFirstHeader("Authorization");
    var answer = answer(call, header == null ? "" : header.getValue());
    response.setCode(answer.status());
    response.setEntity(new StringEntity(answer.body(), ContentType.APPLICATION_JSON));
  }

  private SandboxResponse answer(ClassicHttpRequest call, String token) throws IOException {
    if (token.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      warn.accept(WARNING);
      return SandboxResponse.failure(400, "Invalid token: send it without Bearer");
    }
    var path = call.getPath().replaceFirst("\\?.*", "");
    if (!path.startsWith(BASE_PATH + "/")) {
      return SandboxResponse.failure(404, "Not found: all paths begin with " + BASE_PATH + "/");
    }
    var name = path.substring(BASE_PATH.length() + 1);
    return switch (call.getMethod() + " " + name) {
      case "POST auth/login" -> login(call);
      case "GET auth/authenticated" ->
          tokens.isGood(token)
              ? SandboxResponse.success(token)
              : SandboxResponse.failure(400, "Invalid token");
      default -> others.find(call.getMethod(), name, tokens.isGood(token));
    };
  }

  private SandboxResponse login(ClassicHttpRequest call) throws IOException {
    var entity = call.getEntity();
    var body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      return SandboxResponse.failure(413, "Request too large");
    }
    var account = texts(body);
    if (!account.containsKey("email") || !account.containsKey("password")) {
      return SandboxResponse.failure(400, "email and password are required");
    }
    return Sandbox.EMAIL.equals(account.get("email"))
            && Sandbox.PASSWORD.equals(account.get("password"))
        ? SandboxResponse.success(tokens.issue())
        : SandboxResponse.failure(400, "Invalid email or password");
  }

  /** The texts in a JSON object, by their names; none if the body is anything else. */
  private static Map<String, String> texts(byte[] body) {
    var factory = JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
    var texts = new HashMap<String, String>();
    try (var json = factory.createParser(body)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          var name = json.currentName();
          if (json.nextToken() == JsonToken.VALUE_STRING) {
            texts.put(name, json.getText());
          } else {
            json.skipChildren();
          }
        }
      }
      return texts;
    } catch (IOException e) {
      return Map.of();
    }
  }
}
