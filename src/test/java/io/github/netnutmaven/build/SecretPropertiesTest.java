package io.github.netnutmaven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.testkit.BuildFixture;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPropertiesTest {
  private final MavenSession session = mock(MavenSession.class);
  private final CountedProperties typed = new CountedProperties();
  private final BuildFixture build = new BuildFixture(session, 2);

  @BeforeEach
  void a_build_with_options() {
    doReturn(typed).when(session).getUserProperties();
  }

  private void refuse(int module) throws Exception {
    build.comeTo(module);
    new SecretProperties(session).refuse("netnut.token");
  }

  @Test
  void a_typed_secret_is_refused_in_each_module() {
    typed.setProperty("netnut.password", "fake-password");

    for (int module = 0; module < 2; module++) {
      int at = module;
      assertThatThrownBy(() -> refuse(at)).hasMessageStartingWith("Found -Dnetnut.password, but");
    }
  }

  @Test
  void a_secret_among_the_system_properties_is_refused() {
    var system = new Properties();
    system.setProperty("netnut.password", "fake-password");
    doReturn(system).when(session).getSystemProperties();

    assertThatThrownBy(() -> refuse(0)).hasMessageStartingWith("Found -Dnetnut.password, but");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "netnut.passwordCommand",
        "netnut.PASSWORD_COMMAND",
        "netnut.password.command",
        "netnut.account.password-command"
      })
  void a_password_command_is_refused_like_a_password(String name) {
    typed.setProperty(name, "/no/such/program");
    assertThatThrownBy(() -> refuse(0)).hasMessageStartingWith("Found -D" + name + ", but");

    typed.clear();
    build.modules.get(1).getProperties().setProperty(name, "/no/such/program");
    assertThatThrownBy(() -> refuse(1)).hasMessageStartingWith("Found <" + name + "> in the POM");
  }

  @Test
  void typed_properties_are_searched_once_per_build() throws Exception {
    refuse(0);
    refuse(1);

    assertThat(typed.listed).isEqualTo(1);
  }

  @Test
  void the_properties_of_a_pom_are_searched_in_its_module() throws Exception {
    build.modules.get(1).getProperties().setProperty("netnut.password", "fake-password");

    refuse(0);

    assertThatThrownBy(() -> refuse(1))
        .hasMessageStartingWith("Found <netnut.password> in the POM");
  }

  @Test
  void only_a_value_that_the_plugin_set_may_be_in_a_property_of_another_login() throws Exception {
    build.modules.get(0).getProperties().setProperty("netnut.other.token", "fake-token");
    assertThatThrownBy(() -> refuse(0)).hasMessageStartingWith("Found <netnut.other.token> in the");

    BuildState.of(session).exposedTokens().add("fake-token");
    refuse(0);
  }

  @Test
  void the_tokens_own_property_may_have_a_default() {
    build.modules.get(0).getProperties().setProperty("netnut.token", "");

    assertThatCode(() -> refuse(0)).doesNotThrowAnyException();
  }

  /** Counts how often its names were asked for. */
  private static final class CountedProperties extends Properties {
    private static final long serialVersionUID = 1L;

    private int listed;

    @Override
    public Set<String> stringPropertyNames() {
      listed++;
      return super.stringPropertyNames();
    }
  }
}
