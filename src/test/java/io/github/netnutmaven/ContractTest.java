package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.http.HttpAuthApi;
import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.testkit.FixedTiming;
import io.github.netnutmaven.testkit.RecordingApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The requests of the client and the responses of the sandbox match the OpenAPI description. */
class ContractTest {
  private final OpenApiInteractionValidator description =
      OpenApiInteractionValidator.createForSpecificationUrl("customers-auth.openapi.json")
          .withBasePathOverride("/v1")
          .build();

  @Test
  void every_request_of_the_client_matches_the_description() throws Exception {
    try (var service = new RecordingApi("me@example.com", "fake \"Pa55\\word\" é🔑");
        var client = client(service)) {
      var token =
          client.login(new Credentials("me@example.com", "fake \"Pa55\\word\" é🔑", "here"));
      client.check(token);

      assertThat(service.requests()).hasSize(2);
      for (var sent : service.requests()) {
        var request = new SimpleRequest.Builder(sent.method(), sent.path());
        sent.headers().forEach((name, values) -> request.withHeader(name, values));
        if (!sent.body().isEmpty()) {
          request.withBody(sent.body());
        }
        assertClean(description.validateRequest(request.build()));
      }
    }
  }

  private static HttpAuthApi client(RecordingApi service) throws UserMistakeException {
    return new HttpAuthApi(
        new ApiAddress(ApiUrl.parse(service.url()), ApiUrlSource.PARAMETER, null),
        null,
        null,
        Duration.ofSeconds(10),
        0,
        new Deadline(Duration.ofSeconds(60), new FixedTiming()),
        new FixedTiming(),
        line -> {});
  }

  @Test
  void every_response_of_the_sandbox_matches_the_description() throws Exception {
    try (var sandbox =
        Sandbox.start(0, Duration.ofHours(1), Clock.systemUTC(), text -> {}, List::of)) {
      var login = URI.create(sandbox.url() + "/auth/login");
      var check = URI.create(sandbox.url() + "/auth/authenticated");

      var granted =
          post(login, "{\"email\":\"sandbox@example.com\",\"password\":\"sandbox\"}", 200);
      for (var refused :
          new String[] {
            "{\"email\":\"sandbox@example.com\",\"password\":\"fake-wrong\"}",
            "{\"email\":\"sandbox@example.com\"}",
            "{}",
            "[]",
            "no json"
          }) {
        post(login, refused, 400);
      }
      var token = granted.body().replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
      get(check, token, 200);
      get(check, "Bearer " + token, 400);
      get(check, "nonsense", 400);
    }
  }

  private HttpResponse<String> post(URI to, String body, int status) throws Exception {
    var request =
        HttpRequest.newBuilder(to)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return exchange(request, "/auth/login", Request.Method.POST, status);
  }

  private void get(URI from, String token, int status) throws Exception {
    var request = HttpRequest.newBuilder(from).header("Authorization", token);
    exchange(request, "/auth/authenticated", Request.Method.GET, status);
  }

  private HttpResponse<String> exchange(
      HttpRequest.Builder request, String path, Request.Method method, int status)
      throws Exception {
    var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(status);
    var shown =
        SimpleResponse.Builder.status(status)
            .withContentType(response.headers().firstValue("Content-Type").orElse(""))
            .withBody(response.body())
            .build();
    assertClean(description.validateResponse("/v1" + path, method, shown));
    return response;
  }

  private static void assertClean(ValidationReport report) {
    assertThat(report.getMessages()).isEmpty();
  }
}
