package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.github.netnutmaven.testkit.CiRecipes;
import io.github.netnutmaven.testkit.CiRecipes.Step;
import io.github.netnutmaven.testkit.Programs;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files of {@code examples/fleet}, as typed readers see them. The integration test {@code
 * more/fleet} runs their scripts.
 */
class FleetExampleTest {
  private static final String FLEET = "examples/fleet";

  /** Unlike the API server and the models themselves, it refuses a field that no type has. */
  private static final ObjectMapper TYPED =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                  return false;
                }
              });

  private static final String MODEL = "io.fabric8.kubernetes.api.model.";
  private static final Map<String, String> TYPES =
      Map.of(
          "v1", MODEL,
          "batch/v1", CronJob.class.getPackageName() + ".",
          "rbac.authorization.k8s.io/v1", Role.class.getPackageName() + ".",
          "external-secrets.io/v1", FleetExampleTest.class.getName() + "$");

  // The fields of the operator's types that these examples may use.
  record Metadata(String name) {}

  record SecretStore(String apiVersion, String kind, Metadata metadata, StoreSpec spec) {}

  record StoreSpec(Provider provider) {}

  record Provider(Webhook webhook) {}

  record Webhook(
      String method,
      String url,
      Map<String, String> headers,
      String body,
      String timeout,
      Result result,
      List<WebhookSecret> secrets) {}

  record Result(String jsonPath) {}

  record WebhookSecret(String name, SecretRef secretRef) {}

  record SecretRef(String name, String namespace, String key) {}

  record ExternalSecret(String apiVersion, String kind, Metadata metadata, ExternalSpec spec) {}

  record ExternalSpec(
      String refreshInterval, StoreRef secretStoreRef, Target target, List<Data> data) {}

  record StoreRef(String name, String kind) {}

  record Target(String name, String creationPolicy, String deletionPolicy) {}

  record Data(String secretKey, RemoteRef remoteRef) {}

  record RemoteRef(String key, String property, String version) {}

  /** The objects of a file by their kind, each as its type reads it. */
  private static Map<String, Object> kubernetes(String yaml) throws ClassNotFoundException {
    var objects = new LinkedHashMap<String, Object>();
    for (var object : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      var fields = (Map<?, ?>) object;
      var type = TYPES.get(fields.get("apiVersion")) + fields.get("kind");
      objects.put(fields.get("kind").toString(), TYPED.convertValue(object, Class.forName(type)));
    }
    return objects;
  }

  private static String text(String file) throws IOException {
    return Files.readString(Path.of(FLEET, file));
  }

  private static CiRecipes recipes(String directory) {
    return new CiRecipes(Path.of(FLEET, directory));
  }

  @ParameterizedTest
  @CsvSource({
    "renew.yml, 'Secret, ServiceAccount, Role, RoleBinding, CronJob'",
    "consume.yml, Job",
    "external-secret.yml, 'SecretStore, ExternalSecret'"
  })
  void the_objects_of_kubernetes_have_only_fields_of_their_types(String file, String kinds)
      throws Exception {
    assertThat(kubernetes(text("kubernetes/" + file)).keySet()).containsExactly(kinds.split(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "renew.yml, concurrencyPolicy, concurrentPolicy",
    "renew.yml, secretKeyRef, secretKey",
    "renew.yml, resourceNames, resourceName",
    "consume.yml, automountServiceAccountToken, automountServiceToken",
    "consume.yml, mountPath, path",
    "external-secret.yml, refreshInterval, refresh",
    "external-secret.yml, jsonPath, path"
  })
  void a_misspelt_field_is_noticed(String file, String field, String misspelt) throws Exception {
    var wrong = text("kubernetes/" + file).replace(field + ":", misspelt + ":");

    assertThatThrownBy(() -> kubernetes(wrong)).hasMessageContaining("\"" + misspelt + "\"");
  }

  @Test
  void a_pod_of_kubernetes_gets_the_account_or_the_token_but_not_both() throws Exception {
    var renewing = text("kubernetes/renew.yml");
    var role = (Role) kubernetes(renewing).get("Role");

    assertThat(role.getRules().get(0).getVerbs()).containsExactly("patch");
    assertThat(role.getRules().get(0).getResourceNames()).containsExactly("netnut-token");
    assertThat(renewing).contains("secretName: netnut-account").doesNotContain("_TOKEN");
    assertThat(text("kubernetes/consume.yml"))
        .contains("secretName: netnut-token", "value: /netnut/token", "mountPath: /netnut\n")
        .doesNotContain("netnut-account", "subPath:");
  }

  @Test
  void on_ci_servers_only_the_renewing_job_has_the_account() throws Exception {
    assertThat(environments(recipes("github").github("renew.yml")))
        .containsExactly(Set.of("NETNUT_EMAIL", "NETNUT_PASSWORD"), Set.of("GH_REPO", "GH_TOKEN"));
    assertThat(environments(recipes("github").github("consume.yml")))
        .containsExactly(Set.of("NETNUT_TOKEN"));
    assertThat(recipes("github").github("consume.yml").get(0).environment())
        .containsExactly(entry("NETNUT_TOKEN", "${{ secrets.NETNUT_TOKEN }}"));
    assertThat(environments(recipes("jenkins").jenkins("renew.Jenkinsfile")))
        .containsExactly(Set.of("NETNUT_EMAIL", "NETNUT_PASSWORD", "WRITER", "WRITER_TOKEN"));
    assertThat(environments(recipes("jenkins").jenkins("consume.Jenkinsfile")))
        .containsExactly(Set.of("NETNUT_TOKEN"));
    assertThat(Stream.of("github/consume.yml", "gitlab/consume.yml", "jenkins/consume.Jenkinsfile"))
        .allSatisfy(
            file -> assertThat(text(file)).doesNotContain("NETNUT_EMAIL", "NETNUT_PASSWORD"));
  }

  private static List<Set<String>> environments(List<Step> steps) {
    return steps.stream().map(step -> step.environment().keySet()).toList();
  }

  @Test
  void all_renew_every_12_hours() throws Exception {
    var github = recipes("github").yaml("renew.yml").get("on").toString();
    var jenkins = recipes("jenkins").jenkinsfile("renew.Jenkinsfile").only("triggers");
    var kubernetes = (CronJob) kubernetes(text("kubernetes/renew.yml")).get("CronJob");

    assertThat(github).contains("17 */12 * * *", "workflow_dispatch");
    assertThat(text("gitlab/renew.yml")).contains("17 */12 * * *");
    assertThat(jenkins.only("cron").values()).containsExactly("H */12 * * *");
    assertThat(kubernetes.getSpec().getSchedule()).isEqualTo("17 */12 * * *");
    assertThat(text("kubernetes/external-secret.yml")).contains("refreshInterval: 12h");
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
