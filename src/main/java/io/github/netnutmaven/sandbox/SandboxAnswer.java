package io.github.netnutmaven.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A status and a JSON body; both texts that go in are ours and need no escaping. */
record SandboxAnswer(int status, String body) {

  static SandboxAnswer success(String token) {
    return new SandboxAnswer(200, "{\"success\":true,\"token\":\"" + token + "\"}");
  }

  static SandboxAnswer failure(int status, String message) {
    return new SandboxAnswer(status, "{\"success\":false,\"message\":\"" + message + "\"}");
  }

  void send(HttpExchange call) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }

  @Override
  public String toString() {
    return "SandboxAnswer[" + status + "]";
  }
}
