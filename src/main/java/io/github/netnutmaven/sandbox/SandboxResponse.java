package io.github.netnutmaven.sandbox;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** A response in JSON. */
record SandboxResponse(int status, String body) {
  static SandboxResponse success(String token) {
    return new SandboxResponse(200, "{\"success\":true,\"token\":\"" + token + "\"}");
  }

  static SandboxResponse failure(int status, String message) {
    var text = new String(JsonStringEncoder.getInstance().quoteAsString(message));
    return new SandboxResponse(status, "{\"success\":false,\"message\":\"" + text + "\"}");
  }

  @Override
  public String toString() {
    return "SandboxResponse[" + status + "]";
  }
}
