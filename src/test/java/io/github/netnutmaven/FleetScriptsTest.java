package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.testkit.FleetScripts;
import io.github.netnutmaven.testkit.Programs;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of {@code examples/fleet} and {@code examples/fan-out}, run by dash and by bash. */
@Timeout(120)
class FleetScriptsTest {
  private static final String EXPIRY = "NETNUT_TOKEN_EXPIRES_AT";

  private FleetScripts fleet;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    assumeTrue(Programs.has("dash") && Programs.has("bash") && Programs.has("curl"), "no shell");
    fleet = new FleetScripts(directory);
  }

  @AfterEach
  void stop() {
    if (fleet != null) {
      fleet.close();
    }
  }

  /** What is in the request for each value, in this order. */
  @ParameterizedTest
  @CsvSource({
    "dash, gitlab, PUT /api/v4/groups/17/variables/NAME value=VALUE&masked=SECRET&protected=true&raw",
    "bash, jenkins, POST /credentials/store/system/domain/_/credential/ID/config.xml … <id>ID</id> … <secret>XML</secret>",
    "dash, kubernetes, 'PATCH /api/v1/namespaces/builds/secrets/netnut-token {\"stringData\":{\"NAME\":\"VALUE\"}}'",
  })
  void stores_the_former_token_then_the_new_one_then_its_expiry(
      String shell, String server, String expected) throws Exception {
    assertThat(fleet.run(shell, "renew.sh", server).status()).isZero();

    var writes = fleet.requests.stream().filter(each -> !each.startsWith("GET")).iterator();
    assertWritten(writes.next(), expected, "NETNUT_TOKEN_FORMER", FleetScripts.OLD);
    assertWritten(writes.next(), expected, "NETNUT_TOKEN", "fake-token-1");
    assertWritten(writes.next(), expected, EXPIRY, "2026-11-30T00:17:00Z");
    assertThat(writes).isExhausted();
  }

  private static void assertWritten(String request, String expected, String name, String value) {
    var parts =
        expected
            .replace("NAME", name)
            .replace("ID", name.toLowerCase(Locale.ROOT).replace('_', '-'))
            .replace("SECRET", String.valueOf(!name.equals(EXPIRY)))
            .replace("VALUE", value)
            .replace("XML", value.replace("&", "&amp;").replace("<", "&lt;"));
    assertThat(URLDecoder.decode(request, StandardCharsets.UTF_8))
        .containsSubsequence(parts.split(" … "));
  }

  @Test
  void the_programs_of_github_and_azure_get_no_secret_on_their_command_lines() throws Exception {
    assertThat(fleet.run("dash", "renew.sh", "github").status()).isZero();
    assertThat(fleet.run("dash", "renew.sh", "azure").status()).isZero();

    var calls = fleet.text("calls").lines().toList();
    assertThat(calls.subList(0, 3))
        .containsExactly(
            "gh secret set NETNUT_TOKEN_FORMER --repo me/project",
            "gh secret set NETNUT_TOKEN --repo me/project",
            "gh variable set NETNUT_TOKEN_EXPIRES_AT --repo me/project");
    assertThat(calls.subList(3, calls.size()))
        .filteredOn(call -> call.startsWith("az "))
        .hasSize(6)
        .allMatch(call -> call.contains("--group-id 1 ") || call.contains("--group-id 2 "))
        .noneMatch(call -> call.contains("fake-token"));
    assertThat(calls)
        .contains(
            "AZURE_DEVOPS_EXT_PIPELINE_VAR_NETNUT_TOKEN_FORMER=" + FleetScripts.OLD,
            "AZURE_DEVOPS_EXT_PIPELINE_VAR_NETNUT_TOKEN=fake-token-2");
  }

  @ParameterizedTest
  @CsvSource({"gitlab, dash, 302", "jenkins, bash, 401", "kubernetes, dash, 500"})
  void a_store_that_does_not_say_200_is_a_failure(String server, String shell, int response)
      throws Exception {
    fleet.status = response;

    var result = fleet.run(shell, "renew.sh", server);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output())
        .contains(
            "Tried to reach NETNUT_TOKEN_FORMER in the secret store, but the response was "
                + response);
  }

  /** Ended as a CI server does, in the login or in the request with this number. */
  @ParameterizedTest
  @CsvSource({
    "dash, renew.sh, gitlab, 0",
    "bash, renew.sh, gitlab, 2",
    "dash, renew.sh, jenkins, 3",
    "dash, renew.sh, kubernetes, 1",
    "dash, job.sh, github, 0",
    "bash, job.sh, github, 0",
  })
  void a_script_that_is_ended_leaves_no_file_and_says_so(
      String shell, String script, String server, int request) throws Exception {
    fleet.hangsAt = request;
    fleet.set("mode", request == 0 ? "hangs" : "up");

    var process = fleet.begin(shell, script, server);
    fleet.await(request);
    var commands = process.descendants().map(child -> child.info().toString()).toList();

    assertThat(fleet.endAsAServer(process).status()).isEqualTo(143);
    assertThat(commands)
        .isNotEmpty()
        .allSatisfy(command -> assertThat(command).doesNotContain("fake-"));
  }

  @Test
  void hourly_runs_log_in_every_six_hours_with_strict_verification() throws Exception {
    assertThat(fleet.failuresIn(13)).isZero();

    assertThat(fleet.logins()).isEqualTo(3);
    assertThat(fleet.text("maven")).contains("-Dnetnut.verify=strict");
  }

  @Test
  void the_first_run_after_an_outage_renews() throws Exception {
    fleet.set("mode", "down");
    assertThat(fleet.failuresIn(3)).isEqualTo(3);
    assertThat(fleet.values).containsEntry("NETNUT_TOKEN", FleetScripts.OLD);
    fleet.set("mode", "up");

    assertThat(fleet.failuresIn(2)).isZero();

    assertThat(fleet.logins()).isEqualTo(4);
  }

  @Test
  void a_refused_password_is_sent_once_until_somebody_says_now() throws Exception {
    fleet.set("mode", "refused");
    assertThat(fleet.failuresIn(3)).isEqualTo(3);
    assertThat(fleet.logins()).isEqualTo(1);
    assertThat(fleet.values)
        .containsEntry("NETNUT_TOKEN", FleetScripts.OLD)
        .containsEntry(EXPIRY, "refused");
    assertThat(fleet.run("dash", "renew.sh", "github").output())
        .contains("Did not log in", "'refused'", "Set it to 'now'");
    fleet.set("mode", "up");
    fleet.values.put(EXPIRY, "now");

    assertThat(fleet.failuresIn(1)).isZero();

    assertThat(fleet.logins()).isEqualTo(2);
  }

  @Test
  void a_rollback_brings_the_former_token_back_and_pauses() throws Exception {
    fleet.values.put(EXPIRY, "rollback");

    assertThat(fleet.failuresIn(2)).isEqualTo(1);

    assertThat(fleet.values)
        .containsEntry("NETNUT_TOKEN", "fake-token-former")
        .containsEntry(EXPIRY, "paused");
    assertThat(fleet.logins()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-29T08:18:00Z, 0, ''",
    "2026-11-29T08:16:00Z, 1, 'in 7 hours'",
    "refused, 1, Nobody renews the token: NETNUT_TOKEN_EXPIRES_AT is 'refused'",
  })
  void the_watch_fails_when_less_than_8_hours_are_left(String expiry, int fails, String message)
      throws Exception {
    fleet.values.put(EXPIRY, expiry);

    var result = fleet.run("dash", "watch.sh", "github");

    assertThat(result.status()).isEqualTo(fails);
    assertThat(result.output()).contains(message);
    assertThat(fleet.text("maven").contains(":check")).isEqualTo(fails == 0);
  }
}
