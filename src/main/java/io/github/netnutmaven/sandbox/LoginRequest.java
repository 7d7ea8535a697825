package io.github.netnutmaven.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Optional;

/** The body of {@code POST /auth/login}. */
record LoginRequest(String email, String password) {

  /** The request, or nothing if it is not what the API's description asks for. */
  static Optional<LoginRequest> parse(byte[] body) {
    var factory = JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build();
    try (var json = factory.createParser(body)) {
      var email = Optional.<String>empty();
      var password = Optional.<String>empty();
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
        if (name.equals("email") && isText) {
          email = Optional.of(json.getText());
        } else if (name.equals("password") && isText) {
          password = Optional.of(json.getText());
        } else {
          json.skipChildren();
        }
      }
      return email.isPresent() && password.isPresent()
          ? Optional.of(new LoginRequest(email.get(), password.get()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean isSandboxAccount() {
    return email.equals(Sandbox.EMAIL) && password.equals(Sandbox.PASSWORD);
  }

  /** Shows nothing: who mistakes the sandbox for the service may send a real password. */
  @Override
  public String toString() {
    return "LoginRequest[]";
  }
}
