package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.BuildFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenParametersTest {
  private final MavenSession session = mock(MavenSession.class);
  private final BuildFixture build = new BuildFixture(session, 1);
  private final Properties typed = new Properties();
  private final Properties ofProject = build.modules.get(0).getProperties();
  private final MojoExecution goal = BuildFixture.run("login", MojoExecution.Source.LIFECYCLE);
  private final List<String> warnings = new ArrayList<>();
  private GivenParameters given;

  @BeforeEach
  void a_goal() {
    build.comeTo(0);
    doReturn(typed).when(session).getUserProperties();
    given =
        new GivenParameters(
            BuildFixture.build(session, goal, name -> null, line -> warnings.add(line.toString())));
  }

  @ParameterizedTest
  @CsvSource({
    "serverId, ${nn.server}, ${nn.server}",
    "apiUrl, ${nn.url}, ${nn.url}",
    "tokenFile, ${nope}/t, ${nope}",
    "skip, ${netnut.skipLogin}, ${netnut.skipLogin}",
    "retries, ${defined}${env.NO_SUCH}, ${env.NO_SUCH}",
    "envFile, ${indirect}, ${nope}",
    "timeout, ${itself}, ${itself}",
  })
  void a_text_without_a_value_is_refused_in_the_pom_and_on_the_command_line(
      String parameter, String text, String reference) {
    ofProject.setProperty("defined", "1");
    ofProject.setProperty("indirect", "x/${nope}");
    ofProject.setProperty("itself", "${itself}");
    configure(parameter, text);
    assertRefused(parameter, text, reference);

    goal.setConfiguration(BuildFixture.run("login", MojoExecution.Source.CLI).getConfiguration());
    typed.setProperty("netnut." + parameter, text);
    assertRefused(parameter, text, reference);
  }

  @Test
  void a_part_of_a_list_without_a_value_is_refused() {
    var list = new Xpp3Dom("includes");
    list.addChild(BuildFixture.configuration("include", "${nope}/*").getChild(0));
    goal.getConfiguration().addChild(list);

    assertRefused("includes", "${nope}/*", "${nope}");
  }

  @Test
  void a_text_with_a_value_or_with_a_dollar_that_is_meant_is_in_order() {
    ofProject.setProperty("defined", "1");
    typed.setProperty("netnut.serverId", "${defined}");
    configure("tokenFile", "${project.groupId}/${defined}/$${b}/$c");

    assertThatCode(given::requireResolved).doesNotThrowAnyException();
  }

  private void assertRefused(String parameter, String text, String reference) {
    assertThatThrownBy(given::requireResolved)
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageStartingWith(
            "The parameter '" + parameter + "' is '" + text + "', but " + reference + " has no");
  }

  private void configure(String parameter, String text) {
    goal.getConfiguration().getChild(parameter).setValue(text);
  }

  @ParameterizedTest
  @CsvSource({
    "netnut.serverID, netnut.serverId",
    "netnut.retrys, netnut.retries",
    "NETNUT.TIMEOUT, netnut.timeout",
    "netnut.sandbox.ports, netnut.sandbox.port"
  })
  void a_property_that_no_goal_has_is_a_warning_with_the_nearest_name(String name, String nearest) {
    typed.setProperty("netnut.sandbox.port", "1");
    typed.setProperty("net.other", "x");
    typed.setProperty(name, "x");
    given.warnOfUnknown();

    assertThat(warnings)
        .singleElement()
        .asString()
        .contains("the property " + name + ", so", "did you mean " + nearest + "? mvn netnut:help");
  }
}
