package io.github.netnutmaven.sandbox;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A response in JSON.
 *
 * @param allowed the method that the path takes, if the call has another
 */
record SandboxResponse(int status, String body, @Nullable String allowed) {
  SandboxResponse(int status, String body) {
    this(status, body, null);
  }

  static SandboxResponse success(String token) {
    return new SandboxResponse(200, "{\"success\":true,\"token\":\"" + token + "\"}");
  }

  static SandboxResponse failure(int status, String message) {
    return new SandboxResponse(status, failure(message));
  }

  static SandboxResponse notAllowed(String allowed) {
    return new SandboxResponse(405, failure("Method not allowed"), allowed);
  }

  ClassicHttpResponse toHttp() {
    var response = new BasicClassicHttpResponse(status);
    response.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    if (allowed != null) {
      response.setHeader("Allow", allowed);
    }
    return response;
  }

  private static String failure(String message) {
    var text = new String(JsonStringEncoder.getInstance().quoteAsString(message));
    return "{\"success\":false,\"message\":\"" + text + "\"}";
  }

  @Override
  public String toString() {
    return "SandboxResponse[" + status + "]";
  }
}
