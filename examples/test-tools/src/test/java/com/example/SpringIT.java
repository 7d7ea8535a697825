package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = SpringIT.Client.class)
class SpringIT {
  /** A bean of your application: its token is a property. */
  static class Client {
    private final HttpRequest request;

    Client(@Value("${customers.url}") URI url, @Value("${customers.token}") String token) {
      request =
          HttpRequest.newBuilder(URI.create(url + "/auth/authenticated"))
              .header("Authorization", token)
              .build();
    }

    int status() throws Exception {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  @DynamicPropertySource
  static void properties(DynamicPropertyRegistry registry) {
    registry.add("customers.url", Build::apiUrl);
    registry.add("customers.token", Build::token);
  }

  @Test
  void the_api_accepts_the_token_of_the_bean(@Autowired Client client) throws Exception {
    assertEquals(200, client.status());
  }
}
