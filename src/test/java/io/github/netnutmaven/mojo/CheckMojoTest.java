package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.TokenResult;
import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.FaultServer;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MojoTest
class CheckMojoTest extends AccountBuilds {
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
  void an_offline_check_fails() throws Exception {
    remember("a-token-that-nobody-gave");
    lenient().doReturn(true).when(session).isOffline();

    assertThatThrownBy(check::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("there is no clear answer: Maven is offline");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"accepted", "refused", "unknown", "expiring", "missing", "skipped", "failed"})
  void the_report_has_the_verdict_and_all_but_the_token(String verdict) throws Exception {
    check.reportFile = directory.resolve("made/report.json").toFile();
    var token = "a-token-that-nobody-gave";
    var reason = "";
    try (var other = new FaultServer(FaultServer.json(404, "{}"))) {
      switch (verdict) {
        case "accepted", "expiring" -> {
          login.execute();
          token = build.property(0, "netnut.token");
          check.minValidity = verdict.equals("accepted") ? "23h" : "24h";
        }
        case "refused" -> remember(token);
        case "unknown" -> {
          remember(token);
          api.close();
        }
        case "failed" -> {
          check.apiUrl = other.url();
          build.environment.put("NETNUT_TOKEN", token);
        }
        case "skipped" -> {
          build.settings.getServers().clear();
          check.onMissingCredentials = "skip";
        }
        default -> {}
      }
      check.execute();
    } catch (MojoFailureException | MojoExecutionException e) {
      reason = e.getMessage();
    }

    var report = new ObjectMapper().readTree(check.reportFile);
    assertThat(report.fieldNames())
        .toIterable()
        .containsExactly(
            "verdict", "reason", "address", "addressSource", "account", "tokenSource", "expiresAt");
    assertThat(report.get("verdict").asText())
        .isEqualTo(verdict.equals("skipped") ? "missing" : verdict);
    assertThat(report.get("reason").asText())
        .startsWith(verdict.equals("skipped") ? "there are no credentials" : reason);
    assertThat(report.get("address").asText()).isEqualTo(check.apiUrl);
    assertThat(report.get("expiresAt").isNull())
        .isEqualTo(!List.of("accepted", "expiring").contains(verdict));
    assertThat(check.reportFile).content().doesNotContain(token);
    assertThat(reason).doesNotContain(token);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(check.reportFile.toPath())))
        .isEqualTo("rw-------");
  }

  @Test
  void an_earlier_report_is_removed_and_a_link_is_refused() throws Exception {
    check.reportFile = Files.createFile(directory.resolve("report.json")).toFile();
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
    check
        .build()
        .memory()
        .token(
            new Account(ApiUrl.parse(api.url()), email),
            Instant.EPOCH,
            new Deadline(Duration.ZERO, new SystemTiming()),
            () -> new TokenResult(token));
  }
}
