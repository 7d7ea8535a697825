package com.example;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import org.junit.jupiter.api.Test;

class RestAssuredIT {
  @Test
  void the_api_accepts_the_token() {
    // Without the block list, a failed test prints the token.
    var log = LogConfig.logConfig().blacklistHeader("Authorization");
    log = log.enableLoggingOfRequestAndResponseIfValidationFails();

    given()
        .config(RestAssuredConfig.config().logConfig(log))
        .header("Authorization", Build.token())
        .get(Build.apiUrl() + "/auth/authenticated")
        .then()
        .statusCode(200)
        .body("success", is(true));
  }
}
