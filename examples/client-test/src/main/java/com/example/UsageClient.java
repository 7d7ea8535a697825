package com.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A small client of two calls. It returns the JSON of the response: parse it with your library. */
public final class UsageClient {
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final String baseUrl;
  private final String token;

  /** Sends nothing yet. */
  public UsageClient(String baseUrl, String token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  /** How much traffic the account has used. */
  public String usage() throws IOException, InterruptedException {
    return get("/customer/usage/myusage");
  }

  /** The account's sub-users. */
  public String subUsers() throws IOException, InterruptedException {
    return get("/customer/sub-user/");
  }

  private String get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            // The bare token, without the word Bearer.
            .header("Authorization", token)
            .timeout(Duration.ofSeconds(30))
            .build();
    var response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("GET " + path + " was answered with " + response.statusCode());
    }
    return response.body();
  }
}
