package com.example;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** WireMock between your client and the API, to see what the client sends. */
class WireMockIT {
  @RegisterExtension
  private static final WireMockExtension MOCK =
      WireMockExtension.newInstance().options(options().dynamicPort()).build();

  @Test
  void the_client_sends_the_token_and_the_api_accepts_it() throws Exception {
    MOCK.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom(Build.apiUrl())));
    var request =
        HttpRequest.newBuilder(URI.create(MOCK.url("/auth/authenticated")))
            .header("Authorization", Build.token())
            .build();

    assertEquals(
        200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
    // Not WireMock's verify() with the token: if it fails, it prints the headers of all requests.
    var sent = MOCK.getAllServeEvents().get(0).getRequest();
    assertTrue(Build.token().equals(sent.getHeader("Authorization")));
  }
}
