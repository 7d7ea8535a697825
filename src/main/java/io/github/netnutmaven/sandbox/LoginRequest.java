package io.github.netnutmaven.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /auth/login}. */
record LoginRequest(String email, String password) {

  /** Reads a body; null if it is not what the API's description requires. */
  static @Nullable LoginRequest parse(byte[] body) {
    var factory = JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
    try (var json = factory.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      var texts = new HashMap<String, String>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
      var email = texts.get("email");
      var password = texts.get("password");
      return email == null || password == null ? null : new LoginRequest(email, password);
    } catch (IOException e) {
      return null;
    }
  }

  boolean isSandboxAccount() {
    return email.equals(Sandbox.EMAIL) && password.equals(Sandbox.PASSWORD);
  }

  /** Prints no field: a user who mistakes the sandbox for the service sends a real password. */
  @Override
  public String toString() {
    return "LoginRequest[]";
  }
}
