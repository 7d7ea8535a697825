package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Tests the client with the address and the token that the build provides. */
class CustomersClientIT {
  @Test
  void is_authenticated_by_the_token_of_this_build() throws Exception {
    assertTrue(CustomersClient.ofEnvironment().isAuthenticated());
  }
}
