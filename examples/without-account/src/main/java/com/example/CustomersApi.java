package com.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of the Customers API: replace it with your code. */
public class CustomersApi {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI baseUrl;

  public CustomersApi(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** Whether the API accepts this token. */
  public boolean accepts(String token) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + "/auth/authenticated"))
            .header("Authorization", token)
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    return response.statusCode() == 200 && response.body().contains("\"success\":true");
  }
}
