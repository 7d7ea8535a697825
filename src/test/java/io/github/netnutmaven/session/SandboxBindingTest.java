package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.BuildFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.model.PluginManagement;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A goal asks in the first of two modules; the second one's POM binds {@code sandbox-start}. */
class SandboxBindingTest {
  private static final Duration DAY = Duration.ofHours(24);
  private static final MojoExecution BOUND =
      BuildFixture.run("login", MojoExecution.Source.LIFECYCLE);
  private static final MojoExecution TYPED = BuildFixture.run("login", MojoExecution.Source.CLI);

  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final MavenProject asking = new MavenProject();
  private final MavenProject binding = new MavenProject();
  private final PluginExecution execution = new PluginExecution();
  private final Plugin plugin = new Plugin();
  private MavenSession session;

  @BeforeEach
  void two_modules() {
    asking.setArtifactId("asking");
    binding.setArtifactId("binding");
    execution.addGoal("login");
    execution.addGoal("sandbox-start");
    plugin.setGroupId("io.github.netnutmaven");
    plugin.setArtifactId("netnut-maven-plugin");
    plugin.addExecution(execution);
    binding.getBuild().addPlugin(plugin);
    session = session();
  }

  @SuppressWarnings("deprecation") // Maven makes them in the same way.
  private MavenSession session() {
    var made =
        new MavenSession(
            null,
            MavenRepositorySystemUtils.newSession(),
            request,
            new DefaultMavenExecutionResult());
    made.setProjects(List.of(asking, binding));
    return made;
  }

  private Optional<SandboxBinding> found() throws UserMistakeException {
    return Optional.ofNullable(SandboxBinding.find(session, BOUND));
  }

  private void configure(String... namesAndValues) {
    execution.setConfiguration(BuildFixture.configuration(namesAndValues));
  }

  @Test
  void another_modules_pom_counts_and_the_defaults_are_the_goals() throws Exception {
    assertThat(found()).hasValue(new SandboxBinding(0, DAY));
    assertThat(session.getCurrentProject()).isSameAs(asking);
  }

  @Test
  void a_binding_is_configured_as_maven_would_configure_it() throws Exception {
    binding.getProperties().setProperty("own.port", "4711");
    asking.getProperties().setProperty("own.port", "1");
    request.getUserProperties().setProperty("netnut.sandbox.port", "2");
    request.getUserProperties().setProperty("netnut.sandbox.tokenLifetime", "30s");
    configure("port", "${own.port}", "skip", "");

    assertThat(found()).hasValue(new SandboxBinding(4711, Duration.ofSeconds(30)));
  }

  @ParameterizedTest
  @CsvSource({"skip, netnut.skip", "skipSandbox, netnut.sandbox.skip"})
  void a_binding_that_is_skipped_does_not_count(String parameter, String property)
      throws Exception {
    asking.getProperties().setProperty(property, "true");
    assertThat(found()).isPresent();
    binding.getProperties().setProperty(property, "true");
    assertThat(found()).isEmpty();
    configure(parameter, "false");
    assertThat(found()).isPresent();

    binding.getProperties().setProperty("without", "true");
    configure(parameter, "${without}");
    assertThat(found()).isEmpty();
  }

  @Test
  void the_first_one_that_is_not_skipped_counts() throws Exception {
    configure("skip", "true");
    var next = new PluginExecution();
    next.setId("next");
    next.addGoal("sandbox-start");
    plugin.addExecution(next);

    assertThat(found()).hasValue(new SandboxBinding(0, DAY));
  }

  @ParameterizedTest
  @CsvSource({"none, false", "'', false", "post-integration-test, true"})
  void the_phase_none_unbinds_the_goal(String phase, boolean counts) throws Exception {
    execution.setPhase(phase);

    assertThat(found().isPresent()).isEqualTo(counts);
  }

  @Test
  void other_goals_other_plugins_and_plugin_management_do_not_count() throws Exception {
    plugin.setGroupId("org.example");
    assertThat(found()).isEmpty();

    plugin.setGroupId("io.github.netnutmaven");
    execution.removeGoal("sandbox-start");
    assertThat(found()).isEmpty();

    execution.addGoal("sandbox-start");
    binding.getBuild().removePlugin(plugin);
    binding.getBuild().setPluginManagement(new PluginManagement());
    binding.getBuild().getPluginManagement().addPlugin(plugin);
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "netnut:sandbox-start",
        "netnut:sandbox-start@own",
        "io.github.netnutmaven:netnut-maven-plugin:1.0:sandbox-start"
      })
  void a_typed_one_counts_unless_it_is_skipped(String task) throws Exception {
    execution.removeGoal("sandbox-start");
    request.setGoals(List.of("verify", task));
    request.getUserProperties().setProperty("netnut.sandbox.port", "4711");
    asking.getBuild().addPlugin(plugin);
    plugin.setConfiguration(BuildFixture.configuration("tokenLifetime", "30s"));
    assertThat(found()).hasValue(new SandboxBinding(4711, Duration.ofSeconds(30)));

    request.getUserProperties().setProperty("netnut.sandbox.skip", "true");
    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"other:sandbox-start", "netnut:sandbox-run", "sandbox-start"})
  void a_goal_with_a_similar_name_does_not_count(String task) throws Exception {
    execution.removeGoal("sandbox-start");
    request.setGoals(List.of(task));

    assertThat(found()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "netnut:login, false",
    "clean netnut:login, false",
    "netnut:login site-deploy, false",
    "verify netnut:login, true",
    "clean netnut:login install, true",
    "before:compile netnut:login, true",
    "netnut:login netnut:sandbox-start, true",
    "'', true"
  })
  void for_a_typed_goal_what_poms_bind_counts_only_beside_a_phase_that_builds(
      String tasks, boolean counts) {
    request.setGoals(tasks.isEmpty() ? List.of() : List.of(tasks.split(" ")));

    assertThat(SandboxBinding.mayHaveSandbox(session, TYPED)).isEqualTo(counts);
    assertThat(SandboxBinding.mayHaveSandbox(session, BOUND)).isTrue();
  }
}
