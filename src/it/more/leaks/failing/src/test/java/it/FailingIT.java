package it;

import org.junit.jupiter.api.Test;

class FailingIT {
  @Test
  void fails_with_the_token() {
    throw new IllegalStateException("Not accepted: " + System.getenv("NETNUT_TOKEN"));
  }
}
