package io.github.netnutmaven;

import static io.github.netnutmaven.testkit.SourceFiles.found;
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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.junit.jupiter.api.Test;

/**
 * What the recipes of {@code examples/ci} run, as Groovy's parser and a YAML parser read them. An
 * integration test runs their commands.
 */
class CiRecipesTest {
  private static final Pattern PROPERTY = Pattern.compile("-D(netnut\\.[A-Za-z.]+)");
  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]+)}");
  private static final Pattern GOAL =
      Pattern.compile("(?: netnut|netnut-maven-plugin:[^: ]+):([a-z-]+)");
  private static final Pattern VARIABLE = Pattern.compile("\\b(NETNUT_[A-Z_]+)");

  private final CiRecipes recipes = new CiRecipes(Path.of("examples", "ci"));

  @Test
  void gitlabs_tests_do_not_get_the_password_of_the_login_before_them() throws IOException {
    var lines = recipes.gitlab("gitlab-ci.yml").get(0).script().lines().map(String::strip).toList();

    assertThat(lines.indexOf("unset NETNUT_EMAIL NETNUT_PASSWORD"))
        .isGreaterThan(indexOf(lines, "netnut:login"))
        .isLessThan(indexOf(lines, "verify"));
  }

  private static int indexOf(List<String> lines, String part) {
    return lines.indexOf(lines.stream().filter(line -> line.contains(part)).findFirst().get());
  }

  @Test
  void the_search_for_leaks_runs_after_failed_tests_as_well() throws IOException {
    var searches =
        steps().stream().filter(step -> step.script().contains("netnut:leak-check")).toList();
    assertThat(searches).hasSize(4);
    assertThat(recipes.yaml("github-actions.yml").toString())
        .contains("if=always(), run=mvn --batch-mode netnut:leak-check");
    assertThat(recipes.yaml("azure-pipelines.yml").toString())
        .contains("netnut:leak-check, displayName=Search for leaks, condition=always()");
    assertThat(recipes.gitlab("gitlab-ci.yml").get(0).script())
        .contains("verify || failed=$?\n", "netnut:leak-check\nexit ${failed:-0}");
    var verify = recipes.jenkinsfile("Jenkinsfile").only("stages").inside().get(1);
    assertThat(verify.only("post").only("always").only("sh").values())
        .containsExactly("mvn --batch-mode netnut:leak-check");
  }

  @Test
  void no_command_line_has_a_secret() throws IOException {
    for (var step : steps()) {
      var variables =
          found(VARIABLE, step.script().replace("unset NETNUT_EMAIL NETNUT_PASSWORD", "")).toList();
      assertThat(variables).as(step.script()).isSubsetOf("NETNUT_TOKEN_FILE");
      assertThat(step.script()).doesNotContain("secrets.", "$(", "${{", "password", "echo", "cat ");
    }
  }

  @Test
  void only_the_login_step_gets_the_password_and_no_step_gets_a_token() throws IOException {
    var withAccount =
        Map.of(
            "github-actions.yml",
            Map.of(
                "NETNUT_EMAIL",
                "${{ secrets.NETNUT_EMAIL }}",
                "NETNUT_PASSWORD",
                "${{ secrets.NETNUT_PASSWORD }}"),
            "azure-pipelines.yml",
            Map.of("NETNUT_EMAIL", "$(NETNUT_EMAIL)", "NETNUT_PASSWORD", "$(NETNUT_PASSWORD)"),
            "Jenkinsfile",
            Map.of("NETNUT_EMAIL", "a username", "NETNUT_PASSWORD", "a password"),
            // GitLab sets the variables of a project in the environment itself.
            "gitlab-ci.yml",
            Map.<String, String>of());

    recipes
        .all()
        .forEach(
            (name, steps) -> {
              for (var step : steps) {
                if (step.script().contains("netnut:login")) {
                  assertThat(step.environment()).as(name).isEqualTo(withAccount.get(name));
                } else {
                  assertThat(step.environment().keySet()).as(name).isSubsetOf("NETNUT_TOKEN_FILE");
                }
              }
            });
  }

  @Test
  void every_name_in_a_recipe_or_a_script_exists() throws Exception {
    var goals = goals();
    var scripts = SourceFiles.below("examples", ".*(\\.(yml|sh)|Jenkinsfile)");

    assertThat(goals).containsKeys("login", "check", "sandbox-start");
    assertThat(scripts).hasSizeGreaterThan(10);
    for (var script : scripts) {
      var text = Files.readString(script);
      assertThat(found(GOAL, text)).as("%s", script).isSubsetOf(goals.keySet());
      assertThat(found(PROPERTY, text))
          .as("%s", script)
          .isSubsetOf(goals.values().stream().flatMap(Set::stream).toList());
      assertThat(found(VARIABLE, text))
          .as("%s", script)
          .isSubsetOf(
              "NETNUT_EMAIL",
              "NETNUT_PASSWORD",
              "NETNUT_PASSWORD_FILE",
              "NETNUT_TOKEN",
              "NETNUT_TOKEN_FILE",
              "NETNUT_API_URL",
              // Values of the secret store in examples/fleet.
              "NETNUT_TOKEN_EXPIRES_AT",
              "NETNUT_TOKEN_FORMER");
    }
  }

  private List<Step> steps() throws IOException {
    var steps = recipes.all().values().stream().flatMap(List::stream).toList();
    assertThat(steps).hasSizeGreaterThanOrEqualTo(12);
    return steps;
  }

  /** The properties of each goal, from the descriptor that Maven reads. */
  private static Map<String, Set<String>> goals() throws Exception {
    var goals = new HashMap<String, Set<String>>();
    try (var in = Files.newBufferedReader(Path.of("target/classes/META-INF/maven/plugin.xml"))) {
      for (var mojo : new PluginDescriptorBuilder().build(in).getMojos()) {
        goals.put(
            mojo.getGoal(),
            Stream.of(mojo.getMojoConfiguration().getChildren())
                .flatMap(parameter -> found(EXPRESSION, String.valueOf(parameter.getValue())))
                .collect(Collectors.toSet()));
      }
    }
    return goals;
  }
}
