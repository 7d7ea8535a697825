package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.BuildFixture;
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
  private final MojoExecution goal = BuildFixture.run("login", MojoExecution.Source.LIFECYCLE);

  @BeforeEach
  void a_build() {
    build.comeTo(0);
    doReturn(typed).when(session).getUserProperties();
  }

  @Test
  void parameters_that_are_not_set_are_in_order() {
    assertThatCode(this::look).doesNotThrowAnyException();
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
    build.modules.get(0).getProperties().setProperty("defined", "1");
    build.modules.get(0).getProperties().setProperty("indirect", "x/${nope}");
    build.modules.get(0).getProperties().setProperty("itself", "${itself}");
    configure(parameter, text);
    refused(parameter, text, reference);

    goal.setConfiguration(BuildFixture.run("login", MojoExecution.Source.CLI).getConfiguration());
    typed.setProperty("netnut." + parameter, text);
    refused(parameter, text, reference);
  }

  @Test
  void a_part_of_a_list_without_a_value_is_refused() {
    var list = new Xpp3Dom("includes");
    list.addChild(BuildFixture.configuration("include", "${nope}/*").getChild(0));
    goal.getConfiguration().addChild(list);

    refused("includes", "${nope}/*", "${nope}");
  }

  @Test
  void a_text_with_a_value_or_with_a_dollar_that_is_meant_is_in_order() {
    build.modules.get(0).getProperties().setProperty("defined", "1");
    typed.setProperty("netnut.serverId", "${defined}");
    configure("tokenFile", "${project.groupId}/${defined}/$${b}/$c");

    assertThatCode(this::look).doesNotThrowAnyException();
  }

  private void refused(String parameter, String text, String reference) {
    assertThatThrownBy(this::look)
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageStartingWith(
            "The parameter '" + parameter + "' is '" + text + "', but " + reference + " has no");
  }

  private void configure(String parameter, String text) {
    goal.getConfiguration().getChild(parameter).setValue(text);
  }

  private void look() throws UserMistakeException {
    GivenParameters.requireResolved(BuildFixture.build(session, goal));
  }
}
