package it;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import org.junit.jupiter.api.Test;

class ReportIT {
  @Test
  void has_the_token() {
    assertNotNull(System.getProperty("token"));
  }
}
