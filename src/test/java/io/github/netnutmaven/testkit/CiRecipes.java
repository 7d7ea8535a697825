package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the shell scripts of recipes for CI servers, step by step. */
public final class CiRecipes {
  private final Path directory;

  /**
   * A shell script.
   *
   * @param job the job of this step; for Jenkins its stage, or {@code post}
   * @param script the lines
   * @param environment the variables that the recipe sets for this step, unresolved
   */
  public record Step(String job, String script, Map<String, String> environment) {
    /** The lines that run Maven. */
    public List<String> mavenCommands() {
      return script.lines().filter(line -> line.matches("mvn\\b.*")).toList();
    }
  }

  /** Reads the recipes of a directory. */
  public CiRecipes(Path directory) {
    this.directory = directory;
  }

  /** The steps of each recipe in {@code examples/ci}, by its file name. */
  public Map<String, List<Step>> all() throws IOException {
    return Map.of(
        "Jenkinsfile", jenkins("Jenkinsfile"),
        "github-actions.yml", github("github-actions.yml"),
        "gitlab-ci.yml", gitlab("gitlab-ci.yml"),
        "azure-pipelines.yml", azure("azure-pipelines.yml"));
  }

  /** A parsed Jenkinsfile. */
  public GroovyCall jenkinsfile(String name) throws IOException {
    return GroovyCall.parse(Files.readString(directory.resolve(name)));
  }

  /** A parsed YAML file. */
  public Map<?, ?> yaml(String name) throws IOException {
    var settings = LoadSettings.builder().setLabel(name).build();
    return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(directory.resolve(name)));
  }

  /** The steps of a Jenkinsfile. */
  public List<Step> jenkins(String name) throws IOException {
    var steps = new ArrayList<Step>();
    jenkins(jenkinsfile(name), "", Map.of(), steps);
    return steps;
  }

  private static void jenkins(
      GroovyCall call, String job, Map<String, String> environment, List<Step> steps) {
    var name = call.name();
    if (name.equals("sh")) {
      steps.add(new Step(job, call.values().get(0), environment));
      return;
    }
    var inner = new LinkedHashMap<>(environment);
    for (var each : call.inside()) {
      if (each.name().equals("usernamePassword")) {
        inner.put(each.options().get("usernameVariable"), "a username");
        inner.put(each.options().get("passwordVariable"), "a password");
      } else if (each.name().equals("string")) {
        inner.put(each.options().get("variable"), "a secret text");
      } else if (each.name().equals("environment")) {
        each.inside().forEach(set -> inner.put(set.values().get(0), set.values().get(1)));
      }
    }
    var innerJob =
        switch (name) {
          case "stage" -> call.values().get(0);
          case "post" -> name;
          default -> job;
        };
    call.inside().forEach(each -> jenkins(each, innerJob, inner, steps));
  }

  /** The steps of a GitHub workflow. */
  public List<Step> github(String name) throws IOException {
    var steps = new ArrayList<Step>();
    map(yaml(name).get("jobs"))
        .forEach((job, jobMap) -> steps.addAll(steps(job.toString(), map(jobMap), "run")));
    return steps;
  }

  /** The steps of a pipeline of Azure. */
  public List<Step> azure(String name) throws IOException {
    var steps = new ArrayList<Step>();
    for (var job : list(yaml(name).get("jobs"))) {
      steps.addAll(steps(map(job).get("job").toString(), map(job), "script"));
    }
    return steps;
  }

  private static List<Step> steps(String name, Map<?, ?> job, String script) {
    return list(job.get("steps")).stream()
        .map(CiRecipes::map)
        .filter(step -> step.containsKey(script))
        .map(step -> new Step(name, step.get(script).toString(), variables(step.get("env"))))
        .toList();
  }

  /** The scripts of a GitLab pipeline, which runs all lines of a script in one shell. */
  public List<Step> gitlab(String name) throws IOException {
    var steps = new ArrayList<Step>();
    yaml(name)
        .forEach(
            (job, content) -> {
              for (var key : List.of("script", "after_script")) {
                if (content instanceof Map<?, ?> jobMap && jobMap.containsKey(key)) {
                  var lines = list(jobMap.get(key)).stream().map(Object::toString).toList();
                  steps.add(new Step(job.toString(), String.join("\n", lines), Map.of()));
                }
              }
            });
    return steps;
  }

  private static Map<String, String> variables(Object env) {
    var variables = new LinkedHashMap<String, String>();
    if (env != null) {
      map(env).forEach((name, value) -> variables.put(name.toString(), value.toString()));
    }
    return variables;
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static List<?> list(Object value) {
    return (List<?>) value;
  }
}
