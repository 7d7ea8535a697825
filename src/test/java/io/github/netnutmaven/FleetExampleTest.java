package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.netnutmaven.testkit.CiRecipes;
import io.github.netnutmaven.testkit.CiRecipes.Step;
import io.github.netnutmaven.testkit.Programs;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Who may do what in the files of {@code examples/fleet}. {@link FleetScriptsTest} runs the
 * scripts, and the integration test {@code more/fleet} runs them with the plugin.
 */
class FleetExampleTest {
  private static final String FLEET = "examples/fleet";
  private static final Set<String> VALUES =
      Set.of("NETNUT_TOKEN", "NETNUT_TOKEN_FORMER", "NETNUT_TOKEN_EXPIRES_AT");
  private static final Set<String> ACCOUNT = Set.of("NETNUT_EMAIL", "NETNUT_PASSWORD");

  private static String text(String file) throws IOException {
    return Files.readString(Path.of(FLEET, file));
  }

  private static CiRecipes recipes(String directory) {
    return new CiRecipes(Path.of(FLEET, directory));
  }

  /** The objects of a file of Kubernetes. */
  private static List<JsonNode> objects(String file) throws IOException {
    var objects = new Load(LoadSettings.builder().build()).loadAllFromString(text(file));
    return StreamSupport.stream(objects.spliterator(), false)
        .map(object -> new ObjectMapper().<JsonNode>valueToTree(object))
        .toList();
  }

  private static JsonNode object(String file, String kind) throws IOException {
    return objects(file).stream()
        .filter(object -> object.path("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "renew.yml, 'Namespace netnut-renewal, ServiceAccount netnut-renewal, Role builds, RoleBinding builds, CronJob netnut-renewal'",
    "watch.yml, CronJob builds",
    "consume.yml, Job builds",
    "external-secret.yml, 'ClusterSecretStore , ExternalSecret builds'",
  })
  void the_account_and_the_builds_have_a_namespace_each(String file, String expected)
      throws Exception {
    assertThat(objects("kubernetes/" + file))
        .extracting(
            object ->
                object.path("kind").asText()
                    + " "
                    + (object.path("kind").asText().equals("Namespace")
                        ? object.at("/metadata/name").asText()
                        : object.at("/metadata/namespace").asText()))
        .containsExactly(expected.split(", "));
  }

  @Test
  void the_renewing_pod_may_read_and_change_one_secret_and_nothing_else() throws Exception {
    var role = object("kubernetes/renew.yml", "Role");
    var binding = object("kubernetes/renew.yml", "RoleBinding");
    var pod = object("kubernetes/renew.yml", "CronJob").at("/spec/jobTemplate/spec/template/spec");

    assertThat(role.at("/rules").toString())
        .isEqualTo(
            "[{\"apiGroups\":[\"\"],\"resources\":[\"secrets\"],\"resourceNames\":[\"netnut-token\"],\"verbs\":[\"get\",\"patch\"]}]");
    assertThat(binding.at("/roleRef/kind").asText()).isEqualTo("Role");
    assertThat(binding.at("/roleRef/name")).isEqualTo(role.at("/metadata/name"));
    assertThat(binding.at("/subjects")).hasSize(1);
    assertThat(binding.at("/subjects/0/kind").asText()).isEqualTo("ServiceAccount");
    assertThat(binding.at("/subjects/0/name")).isEqualTo(pod.path("serviceAccountName"));
    assertThat(binding.at("/subjects/0/namespace").asText()).isEqualTo("netnut-renewal");
  }

  @ParameterizedTest
  @CsvSource({
    "renew.yml, CronJob, /spec/jobTemplate/spec",
    "watch.yml, CronJob, /spec/jobTemplate/spec",
    "consume.yml, Job, /spec",
  })
  void every_pod_passes_the_restricted_standard_and_runs_once(String file, String kind, String path)
      throws Exception {
    var job = object("kubernetes/" + file, kind).at(path);
    var pod = job.at("/template/spec");
    var container = pod.at("/containers/0/securityContext");

    assertThat(job.path("backoffLimit").asInt(-1)).isZero();
    assertThat(job.path("activeDeadlineSeconds").asInt() == 900).isEqualTo(kind.equals("CronJob"));
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(container.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.at("/capabilities/drop").toString()).isEqualTo("[\"ALL\"]");
    assertThat(pod.has("serviceAccountName")).isEqualTo(file.equals("renew.yml"));
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
        .isEqualTo(file.equals("renew.yml"));
  }

  @Test
  void a_pod_mounts_the_account_or_the_token_as_a_directory_but_not_both() throws Exception {
    assertThat(text("kubernetes/renew.yml"))
        .contains("secretName: netnut-account")
        .doesNotContain("secretName: netnut-token");
    for (var file : List.of("kubernetes/watch.yml", "kubernetes/consume.yml")) {
      assertThat(text(file)).contains("netnut-token").doesNotContain("netnut-account", "subPath:");
    }
    var pod = object("kubernetes/consume.yml", "Job").at("/spec/template/spec");
    assertThat(pod.at("/containers/0/env/0/value").asText())
        .isEqualTo(
            pod.at("/containers/0/volumeMounts/0/mountPath").asText()
                + "/"
                + pod.at("/volumes/0/secret/items/0/path").asText());
    assertThat(pod.at("/volumes/0/secret/items").findValuesAsText("key"))
        .containsExactly("NETNUT_TOKEN");
  }

  @Test
  void only_the_builds_may_use_the_store_of_the_operator() throws Exception {
    var store = object("kubernetes/external-secret.yml", "ClusterSecretStore").path("spec");

    assertThat(store.path("conditions").toString()).isEqualTo("[{\"namespaces\":[\"builds\"]}]");
    assertThat(store.at("/provider/webhook/secrets/0/secretRef/namespace").asText())
        .isEqualTo("netnut-renewal");
  }

  @Test
  void on_ci_servers_only_the_renewing_job_has_the_account() throws Exception {
    assertThat(environments(recipes("github").github("renew.yml")))
        .containsExactly(with(VALUES, with(ACCOUNT, Set.of("GH_TOKEN", "TARGET"))));
    assertThat(environments(recipes("jenkins").jenkins("renew.Jenkinsfile")))
        .containsExactly(with(VALUES, with(ACCOUNT, Set.of("WRITER", "WRITER_TOKEN"))));
    // Azure gives the date, which is not secret, to every step.
    assertThat(environments(recipes("azure").azure("renew.yml")))
        .containsExactly(
            with(
                ACCOUNT,
                Set.of(
                    "NETNUT_TOKEN",
                    "NETNUT_TOKEN_FORMER",
                    "AZURE_DEVOPS_EXT_PAT",
                    "TARGET_GROUPS")));

    var none = Set.<String>of();
    var token = Set.of("NETNUT_TOKEN");
    assertThat(environments(recipes("github").github("consume.yml"))).containsExactly(token);
    assertThat(environments(recipes("jenkins").jenkins("consume.Jenkinsfile")))
        .containsExactly(token, none);
    assertThat(environments(recipes("azure").azure("consume.yml"))).containsExactly(token, none);
    assertThat(SourceFiles.below(FLEET, ".*(watch|consume)\\..*"))
        .hasSize(11)
        .allSatisfy(
            file ->
                assertThat(Files.readString(file))
                    .doesNotContain("NETNUT_EMAIL", "NETNUT_PASSWORD"));
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }

  private static List<Set<String>> environments(List<Step> steps) {
    return steps.stream().map(step -> step.environment().keySet()).toList();
  }

  @Test
  void a_fork_gets_no_token_on_jenkins() throws Exception {
    // Parsed, a negation looks like what it negates.
    assertThat(text("jenkins/consume.Jenkinsfile"))
        .containsSubsequence(
            "stage('Verify')",
            "when { expression { !env.CHANGE_FORK } }",
            "withCredentials",
            "stage('Verify a fork')",
            "when { expression { env.CHANGE_FORK } }");
  }

  @Test
  void nobody_can_start_the_renewal_on_gitlab_with_variables() throws Exception {
    assertThat(recipes("gitlab").yaml("renew.yml").toString())
        .contains("rules=[{if=$CI_PIPELINE_SOURCE == \"schedule\"}]");
    assertThat(text("gitlab/renew.yml")).contains("\"No one allowed\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"renew", "watch"})
  void all_renew_and_watch_every_hour_for_15_minutes_at_most(String job) throws Exception {
    var minute = job.equals("renew") ? "17" : "47";
    assertThat(text("github/" + job + ".yml"))
        .contains("- cron: '" + minute + " * * * *'", "timeout-minutes: 15");
    assertThat(text("gitlab/" + job + ".yml")).contains(minute + " * * * *", "timeout: 15 minutes");
    assertThat(text("azure/" + job + ".yml"))
        .contains("- cron: '" + minute + " * * * *'", "timeoutInMinutes: 15");
    assertThat(text("jenkins/" + job + ".Jenkinsfile"))
        .contains("cron('H * * * *')", "timeout(time: 15, unit: 'MINUTES')");
    assertThat(object("kubernetes/" + job + ".yml", "CronJob").at("/spec/schedule").asText())
        .isEqualTo(minute + " * * * *");
  }

  static Stream<Path> scripts() throws IOException {
    return SourceFiles.below("examples", ".*\\.sh").stream();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void shellcheck_finds_nothing(Path script) throws Exception {
    assumeTrue(Programs.has("shellcheck"), "shellcheck is not installed");

    assertThat(Programs.output("shellcheck", script.toString())).isEmpty();
  }
}
