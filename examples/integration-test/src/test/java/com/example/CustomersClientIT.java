package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The client against the API, with what the build hands over. */
class CustomersClientIT {
  @Test
  void is_authenticated_by_the_token_of_this_build() throws Exception {
    assertTrue(CustomersClient.ofEnvironment().isAuthenticated());
  }
}
