package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.CiRecipes;
import io.github.netnutmaven.testkit.CiRecipes.Step;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  /** The fields of a Kubernetes object, also of the objects in it, by their paths. */
  private static Map<String, Object> fields(String path, Object value) {
    var fields = new HashMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, inner) -> fields.putAll(fields(path + "/" + name, inner)));
    } else {
      fields.put(path, value);
    }
    return fields;
  }

  @Test
  void the_renewing_pod_alone_may_read_and_change_one_secret_of_another_namespace()
      throws Exception {
    var objects = new HashMap<String, Map<String, Object>>();
    for (var file : SourceFiles.below(FLEET + "/kubernetes", ".*\\.yml")) {
      for (var object :
          new Load(LoadSettings.builder().build()).loadAllFromString(Files.readString(file))) {
        var fields = fields("", object);
        objects.put(file.getFileName() + " " + fields.get("/kind"), fields);
      }
    }
    assertThat(objects).hasSizeGreaterThan(8);
    assertThat(objects.get("renew.yml Role"))
        .containsEntry("/metadata/namespace", "builds")
        .extractingByKey("/rules")
        .hasToString(
            "[{apiGroups=[], resources=[secrets], resourceNames=[netnut-token], verbs=[get, patch]}]");
    assertThat(objects.get("renew.yml RoleBinding"))
        .extractingByKey("/subjects")
        .hasToString("[{kind=ServiceAccount, name=netnut-renew, namespace=netnut-renewal}]");
    assertThat(objects.get("renew.yml CronJob"))
        .containsEntry("/metadata/namespace", "netnut-renewal")
        .containsEntry("/spec/jobTemplate/spec/template/spec/serviceAccountName", "netnut-renew");
    assertThat(objects.keySet())
        .filteredOn(name -> objects.get(name).toString().contains("secretName=netnut-account"))
        .containsExactly("renew.yml CronJob");
    assertThat(objects.get("external-secret.yml ClusterSecretStore"))
        .extractingByKey("/spec/conditions")
        .hasToString("[{namespaces=[builds]}]");
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
}
