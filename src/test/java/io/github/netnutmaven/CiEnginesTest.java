package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.testkit.Programs;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The recipes, read by the programs of the CI servers' makers: {@code mvn -Pci-recipes verify}. */
@Tag("node")
@Timeout(600)
class CiEnginesTest {
  private static final Path DIRECTORY = Path.of("target", "ci-recipes");

  /** The recipes of each server. */
  private static final Map<String, String> RECIPES =
      Map.of(
          "github", "examples.(ci.github-actions|fleet.github.[^/]+)\\.yml",
          "gitlab", "examples.(ci.gitlab-ci|fleet.gitlab.[^/]+)\\.yml",
          "jenkins", "examples.(ci.|fleet.jenkins.[^/]+)Jenkinsfile");

  /** A misspelling in each recipe, which its program has to reject. */
  private static final Map<String, Map.Entry<String, String>> MISSPELT =
      Map.of(
          "github-actions.yml", Map.entry("event_name == 'push'", "event_name = 'push'"),
          "gitlab-ci.yml", Map.entry("when: on_success", "when: on_sucess"),
          "Jenkinsfile", Map.entry("stage('Verify')", "stage('Verify)"));

  private static final Set<String> WRONG = new TreeSet<>();

  @BeforeAll
  static void the_recipes_are_copied_for_the_programs() throws Exception {
    assumeTrue(Programs.has("npm"), "Node is not installed");
    var source = Path.of("src/test/ci-recipes");
    for (var file : SourceFiles.below(source.toString(), ".*")) {
      var copy = DIRECTORY.resolve(source.relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
    run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--no-progress");
    for (var server : RECIPES.entrySet()) {
      var directory = Files.createDirectories(DIRECTORY.resolve("recipes/" + server.getKey()));
      for (var old :
          SourceFiles.below("target/ci-recipes", ".*.recipes." + server.getKey() + ".*")) {
        Files.delete(old);
      }
      for (var recipe : SourceFiles.below("examples", server.getValue())) {
        write(recipe, directory);
      }
    }
  }

  /** Writes a recipe, and its misspelt version. */
  private static void write(Path recipe, Path directory) throws IOException {
    // The linter takes a file for Groovy by this extension.
    var name =
        recipe.toString().replace(File.separatorChar, '-').replaceFirst("Jenkinsfile", "$0.groovy");
    var text = Files.readString(recipe);
    Files.writeString(directory.resolve(name), text);
    var change = MISSPELT.get(recipe.getFileName().toString());
    if (change != null) {
      assertThat(text).contains(change.getKey());
      WRONG.add("misspelt-" + name);
      Files.writeString(
          directory.resolve("misspelt-" + name), text.replace(change.getKey(), change.getValue()));
    }
  }

  @Test
  void every_recipe_is_accepted_and_every_misspelt_one_is_rejected() throws Exception {
    var errors = run("node", "check.mjs", "recipes");

    assertThat(WRONG).hasSameSizeAs(MISSPELT.keySet());
    assertThat(errors.lines().map(line -> line.split("\t", 2)[0]).distinct())
        .as(errors)
        .containsExactlyInAnyOrderElementsOf(WRONG);
  }

  /** Evaluated by GitHub's own parser: in a fork that is built itself, as well. */
  @Test
  void only_branches_of_the_repository_get_the_account_on_github() throws Exception {
    var events =
        """
        {"a push": {"actor": "me", "event_name": "push", "repository": "a/b", "event": {}},
         "a pull request": {"actor": "me", "event_name": "pull_request", "repository": "a/b",
           "event": {"pull_request": {"head": {"repo": {"full_name": "a/b", "fork": true}}}}},
         "a fork": {"actor": "me", "event_name": "pull_request", "repository": "a/b",
           "event": {"pull_request": {"head": {"repo": {"full_name": "x/b", "fork": false}}}}},
         "a deleted fork": {"actor": "me", "event_name": "pull_request", "repository": "a/b",
           "event": {"pull_request": {"head": {"repo": null}}}},
         "a push of Dependabot": {"actor": "dependabot[bot]", "event_name": "push",
           "repository": "a/b", "event": {}},
         "Dependabot": {"actor": "dependabot[bot]", "event_name": "pull_request",
           "repository": "a/b",
           "event": {"pull_request": {"head": {"repo": {"full_name": "a/b"}}}}}}
        """;
    var recipe = Path.of("examples/ci/github-actions.yml").toAbsolutePath();

    assertThat(run("node", "jobs.mjs", recipe.toString(), events).lines())
        .containsExactly(
            "a push\tverify",
            "a pull request\tverify",
            "a fork\tverify-without-account",
            "a deleted fork\tverify-without-account",
            "a push of Dependabot\tverify-without-account",
            "Dependabot\tverify-without-account");
  }

  /** Runs a program in the directory of the packages, and returns its output. */
  private static String run(String... command) throws Exception {
    var errors = DIRECTORY.resolve("errors.txt");
    var builder = new ProcessBuilder(command).directory(DIRECTORY.toFile());
    builder.environment().keySet().removeAll(Set.of("GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD"));
    var process = builder.redirectError(errors.toFile()).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output + Files.readString(errors)).isZero();
    return output;
  }
}
