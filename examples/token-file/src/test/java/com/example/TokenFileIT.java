package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A program that reads the token from a file when it needs it, as a script would. Pass it to a
 * container with {@code docker run --env-file target/netnut/token.env}, never as an argument:
 * {@code ps} shows arguments to everybody.
 */
class TokenFileIT {
  private final Path tokenFile = file(System.getenv("NETNUT_TOKEN_FILE"));
  private final URI apiUrl = URI.create(System.getenv("NETNUT_API_URL"));

  @Test
  void the_api_accepts_the_token_of_the_file() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(apiUrl + "/auth/authenticated"))
            .header("Authorization", Files.readString(tokenFile))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    assertEquals(200, response.statusCode());
    assertTrue(response.body().contains("\"success\":true"));
  }

  /** The file, if netnut:login wrote it. */
  private static Path file(String name) {
    if (name == null || !Files.exists(Path.of(name))) {
      throw new IllegalStateException(
          "NETNUT_TOKEN_FILE names no file: run netnut:login first, or set it in your IDE.");
    }
    return Path.of(name);
  }
}
