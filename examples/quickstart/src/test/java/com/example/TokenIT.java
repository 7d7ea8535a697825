package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Calls the API with the address and the token that the build provides. */
class TokenIT {
  private final String token = variable("NETNUT_TOKEN");
  private final URI apiUrl = URI.create(variable("NETNUT_API_URL"));

  @Test
  void the_api_accepts_the_token_of_this_build() throws Exception {
    assertTrue(new CustomersApi(apiUrl).accepts(token));
    System.out.println("The API at " + apiUrl + " accepts the token of this build.");
  }

  private static String variable(String name) {
    var value = System.getenv(name);
    // If netnut:login did not run, Maven passes the text ${...} unchanged.
    if (value == null || value.isBlank() || value.startsWith("${")) {
      throw new IllegalStateException(
          name + " is not set: run netnut:login first, or set it in your IDE.");
    }
    return value;
  }
}
