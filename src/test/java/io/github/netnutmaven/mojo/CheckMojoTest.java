package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.TokenResult;
import io.github.netnutmaven.session.Build;
import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.FaultServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@MojoTest
class CheckMojoTest extends AccountBuilds {
  @Test
  void reports_everything_about_the_token_except_its_value() throws Exception {
    login.execute();
    build.log.lines.clear();
    check.execute();

    assertThat(build.log.lines)
        .hasSizeLessThanOrEqualTo(10)
        .anyMatch(line -> line.contains("is accepted"))
        .anyMatch(line -> line.contains("m***@example.com, from <server> 'netnut' in "))
        .anyMatch(line -> line.contains(api.url()))
        .anyMatch(line -> line.contains("login"))
        .anyMatch(line -> line.matches(".*Z, in 23 h 59 min"))
        .noneMatch(line -> line.contains(build.property(0, "netnut.token")));
  }

  @Test
  void check_without_a_token_reports_the_rest_and_never_logs_in() {
    assertThatThrownBy(check::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("there is none at hand")
        .hasMessageEndingWith("Run both in one build: mvn netnut:login netnut:check.");
    assertThat(build.log.lines)
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("INFO token:    none"),
            line -> assertThat(line).startsWith("INFO account:  m***@example.com, from <server>"),
            line -> assertThat(line).startsWith("INFO address:  " + api.url() + ", from apiUrl"),
            line -> assertThat(line).isEqualTo("INFO proxy:    none"),
            line -> assertThat(line).isEqualTo("INFO cache:    none"));
  }

  @Test
  void check_without_a_cached_token_names_the_command_that_gets_one() {
    check.cache = "on";

    assertThatThrownBy(check::execute).hasMessageEndingWith("Run mvn netnut:login first.");
  }

  @Test
  void check_without_credentials_reports_the_rest_before_it_fails() {
    build.settings.getServers().clear();
    check.cache = "on";

    assertThatThrownBy(check::execute).hasMessageContaining("there are no credentials");
    assertThat(build.log.lines)
        .hasSize(5)
        .anyMatch(line -> line.startsWith("INFO account:  there are no credentials: "))
        .last()
        .isEqualTo("INFO cache:    /no/such/directory/netnut-maven-plugin");
  }

  @Test
  void after_a_typed_login_the_account_is_the_typed_one() throws Exception {
    build.settings.getServers().clear();
    remember(
        null,
        new AccessToken(
            "fake-typed", AccessToken.Source.LOGIN, null, null, null, "m***@example.com"));

    assertThatThrownBy(check::execute).hasMessageContaining("it was refused");
    assertThat(build.log.lines)
        .contains("INFO account:  m***@example.com, typed for netnut:login; password not stored");
  }

  @Test
  void a_token_that_is_refused_fails_the_build() throws Exception {
    remember("a-token-that-nobody-gave");

    assertThatThrownBy(check::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("it was refused (400: \"Invalid token\")")
        .hasMessageNotContaining("a-token-that-nobody-gave");
  }

  @Test
  void a_check_without_a_response_fails_the_build() throws Exception {
    remember("a-token-that-nobody-gave");
    api.close();

    assertThatThrownBy(check::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("there is no clear answer");
  }

  @Test
  void an_offline_check_fails() throws Exception {
    remember("a-token-that-nobody-gave");
    lenient().doReturn(true).when(session).isOffline();

    assertThatThrownBy(check::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("there is no clear answer: Maven is offline");
  }

  private JsonNode reported() throws Exception {
    check.reportFile = directory.resolve("made/report.json").toFile();
    try {
      check.execute();
    } catch (MojoFailureException | MojoExecutionException e) {
      assertThat(json().get("reason").asText()).isEqualTo(e.getMessage());
    }
    assertThat(json().fieldNames())
        .toIterable()
        .containsExactly(
            "verdict", "reason", "address", "addressSource", "account", "tokenSource", "expiresAt");
    return json();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(check.reportFile);
  }

  @Test
  void the_report_of_an_accepted_token_says_all_but_its_value() throws Exception {
    login.execute();
    var report = reported();

    assertThat(report.get("verdict").asText()).isEqualTo("accepted");
    assertThat(report.get("reason").asText()).isEmpty();
    assertThat(report.get("address").asText()).isEqualTo(api.url());
    assertThat(report.get("addressSource").asText()).isEqualTo("parameter");
    assertThat(report.get("account").asText()).isEqualTo("m***@example.com");
    assertThat(report.get("tokenSource").asText()).isEqualTo("login");
    assertThat(Instant.parse(report.get("expiresAt").asText())).isAfter(Instant.now());
    assertThat(check.reportFile).content().doesNotContain(build.property(0, "netnut.token"));
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(check.reportFile.toPath())))
        .isEqualTo("rw-------");
  }

  @Test
  void the_report_of_a_token_that_is_refused_says_so() throws Exception {
    remember("a-token-that-nobody-gave");
    var report = reported();

    assertThat(report.get("verdict").asText()).isEqualTo("refused");
    assertThat(report.get("expiresAt").isNull()).isTrue();
    assertThat(check.reportFile).content().doesNotContain("a-token-that-nobody-gave");
  }

  @Test
  void the_report_without_a_clear_response_says_so() throws Exception {
    remember("a-token-that-nobody-gave");
    api.close();

    assertThat(reported().get("verdict").asText()).isEqualTo("unknown");
  }

  @Test
  void the_report_of_a_token_that_expires_soon_says_so() throws Exception {
    login.execute();
    check.minValidity = "24h";

    assertThat(reported().get("verdict").asText()).isEqualTo("expiring");
  }

  @Test
  void the_report_without_a_token_says_so() throws Exception {
    var report = reported();

    assertThat(report.get("verdict").asText()).isEqualTo("missing");
    assertThat(report.get("tokenSource").isNull()).isTrue();
    build.settings.getServers().clear();
    check.onMissingCredentials = "skip";
    assertThat(reported().get("reason").asText()).startsWith("there are no credentials");
  }

  @Test
  void the_report_of_a_wrong_set_up_says_so() throws Exception {
    remember("a-token-that-nobody-gave");
    try (var other = new FaultServer(FaultServer.json(404, "{}"))) {
      check.apiUrl = "http://127.0.0.1:" + other.port() + "/v1";
      build.environment.put("NETNUT_TOKEN", "a-token-that-nobody-gave");

      assertThat(reported().get("verdict").asText()).isEqualTo("failed");
    }
  }

  @Test
  void an_earlier_report_is_removed_and_a_link_is_refused() throws Exception {
    reported();
    check.serverId = "no-such-server";
    assertThatThrownBy(check::execute).isInstanceOf(MojoFailureException.class);

    assertThat(check.reportFile).doesNotExist();
    Files.createSymbolicLink(check.reportFile.toPath(), directory.resolve("elsewhere"));
    assertThatThrownBy(check::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("it is a symbolic link");
  }

  @Test
  void a_link_that_takes_the_reports_place_during_the_check_is_refused() throws Exception {
    remember("a-token-that-nobody-gave");
    var other = Files.writeString(directory.resolve("other"), "of somebody");
    check.reportFile = directory.resolve("report.json").toFile();
    var request = check.request();
    Files.createSymbolicLink(check.reportFile.toPath(), other);

    assertThatThrownBy(() -> check.run(request)).hasMessageContaining("it is a symbolic link");
    assertThat(other).content().isEqualTo("of somebody");
  }

  private void remember(String token) throws Exception {
    remember(EMAIL, new AccessToken(token, null, AccessToken.Source.LOGIN));
  }

  private void remember(@Nullable String email, AccessToken token) throws Exception {
    check.build().memory()
        .token(
            new Account(ApiUrl.parse(api.url()), email),
            Instant.EPOCH,
            new Deadline(Duration.ZERO, new SystemTiming()),
            () -> new TokenResult(token));
  }
}
