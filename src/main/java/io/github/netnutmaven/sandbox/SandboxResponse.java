package io.github.netnutmaven.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A status and a JSON body; its texts come from this package and need no escaping. */
record SandboxResponse(int status, String body) {

  static SandboxResponse success(String token) {
    return new SandboxResponse(200, "{\"success\":true,\"token\":\"" + token + "\"}");
  }

  static SandboxResponse failure(int status, String message) {
    return new SandboxResponse(status, "{\"success\":false,\"message\":\"" + message + "\"}");
  }

  void send(HttpExchange call) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }

  @Override
  public String toString() {
    return "SandboxResponse[" + status + "]";
  }
}
