package it;

import static com.github.tomakehurst.wiremock.client.WireMock.recordSpec;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.restassured.RestAssured.given;
import static io.restassured.config.LogConfig.logConfig;
import static io.restassured.config.RestAssuredConfig.config;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.qameta.allure.restassured.AllureRestAssured;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private final boolean isMasked = Boolean.getBoolean("mask");

  @Test
  void records_a_request() {
    var api = URI.create(System.getenv("NETNUT_API_URL"));
    var recording = recordSpec().forTarget("http://" + api.getAuthority());
    var masking = config();
    if (isMasked) {
      masking = masking.logConfig(logConfig().blacklistHeader("Authorization"));
    } else {
      recording.captureHeader("Authorization");
    }
    var recorder = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
    recorder.start();
    recorder.startRecording(recording.build());
    given()
        .config(masking)
        .filter(new AllureRestAssured())
        .header("Authorization", System.getenv("NETNUT_TOKEN"))
        .get("http://127.0.0.1:" + recorder.port() + api.getPath() + "/customer/usage")
        .then()
        .statusCode(404);
    recorder.stopRecording();
    recorder.stop();
  }
}
