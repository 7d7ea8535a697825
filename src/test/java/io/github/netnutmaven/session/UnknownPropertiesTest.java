package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.testkit.BuildFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnknownPropertiesTest {
  private final MavenSession session = mock(MavenSession.class);
  private final Properties typed = new Properties();
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void a_build() {
    new BuildFixture(session, 1);
    doReturn(typed).when(session).getUserProperties();
  }

  @Test
  void parameters_of_any_goal_and_other_properties_are_no_warning() {
    typed.setProperty("netnut.serverId", "x");
    typed.setProperty("netnut.sandbox.port", "1");
    typed.setProperty("net.other", "x");
    compare();

    assertThat(warnings).isEmpty();
  }

  @Test
  void a_name_in_another_case_or_with_a_slip_is_a_warning_with_the_right_name() {
    typed.setProperty("netnut.serverID", "x");
    typed.setProperty("netnut.retrys", "1");
    typed.setProperty("NETNUT.TIMEOUT", "1m");
    compare();

    assertThat(warnings)
        .satisfiesExactly(
            line -> assertThat(line).endsWith("did you mean netnut.timeout?"),
            line ->
                assertThat(line).contains("netnut.retrys").endsWith("did you mean netnut.retries?"),
            line ->
                assertThat(line)
                    .contains("netnut.serverID")
                    .endsWith("did you mean netnut.serverId?"));
  }

  @Test
  void a_name_that_is_like_no_other_is_a_warning_with_the_command_that_lists_all() {
    typed.setProperty("netnut.colour", "x");
    compare();

    assertThat(warnings).singleElement().asString().contains("mvn netnut:help lists");
  }

  private void compare() {
    var goal = BuildFixture.run("login", MojoExecution.Source.CLI);
    UnknownProperties.warn(
        BuildFixture.build(
            session, goal, name -> null, warning -> warnings.add(warning.toString())));
  }
}
