package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** Calls the API with the address and the token that the build provides. */
class TokenIT {
  private final URI apiUrl = URI.create(System.getenv("NETNUT_API_URL"));
  private final String token = System.getenv("NETNUT_TOKEN");

  @Test
  void the_api_accepts_the_token_of_this_build() throws Exception {
    assertTrue(new CustomersApi(apiUrl).accepts(token));
    System.out.println("The API at " + apiUrl + " accepts the token of this build.");
  }
}
