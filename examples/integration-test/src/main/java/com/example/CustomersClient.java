package com.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A client of the Customers API that reads its token from the environment: replace it with yours.
 */
public final class CustomersClient {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI baseUrl;
  private final String token;

  CustomersClient(URI baseUrl, String token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  /**
   * A client for the address and the token in the environment.
   *
   * @throws IllegalStateException if one of them is not set
   */
  public static CustomersClient ofEnvironment() {
    var token = variable("NETNUT_TOKEN");
    return new CustomersClient(URI.create(variable("NETNUT_API_URL")), token);
  }

  /** Whether the API accepts the token. */
  public boolean isAuthenticated() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/auth/authenticated"))
            .header("Authorization", token)
            .timeout(Duration.ofSeconds(30))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    return response.statusCode() == 200 && response.body().contains("\"success\":true");
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
