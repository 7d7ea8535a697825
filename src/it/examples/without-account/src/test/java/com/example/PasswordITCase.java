package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** The tests of a build with an account in its environment. */
class PasswordITCase {
  @Test
  void inherits_the_environment_without_the_password() {
    assertEquals("true", System.getenv("CI"));
    assertNull(System.getenv("NETNUT_PASSWORD"));
  }
}
