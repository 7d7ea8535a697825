package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is true of every account, so that it passes in the sandbox and with yours. */
class UsageClientIT {
  private static String variable(String name) {
    var value = System.getenv(name);
    // If netnut:login did not run, Maven passes the text ${...} unchanged.
    if (value == null || value.isBlank() || value.startsWith("${")) {
      throw new IllegalStateException(
          name + " is not set: run netnut:login first, or set it in your IDE.");
    }
    return value;
  }

  private final String url = variable("NETNUT_API_URL");
  private final UsageClient client = new UsageClient(url, variable("NETNUT_TOKEN"));

  @Test
  void the_usage_is_json() throws Exception {
    assertTrue(client.usage().strip().matches("(?s)[{\\[].*[}\\]]"));
  }

  @Test
  void the_sub_users_are_json() throws Exception {
    assertTrue(client.subUsers().strip().matches("(?s)[{\\[].*[}\\]]"));
  }

  @Test
  void another_token_is_refused() {
    var stranger = new UsageClient(url, "no-token-of-this-account");
    var refusal = assertThrows(IOException.class, stranger::usage);
    assertEquals(
        "GET /customer/usage/myusage was answered with 4",
        refusal.getMessage().replaceFirst("\\d\\d$", ""));
  }
}
