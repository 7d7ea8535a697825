package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.state.BuildState;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPropertiesTest {
  private final BuildState state = new BuildState(new ConcurrentHashMap<>());
  private final Properties typed = new Properties();
  private final Properties system = new Properties();
  private final List<Properties> modules = List.of(new Properties(), new Properties());

  private void refuse(int module) throws Exception {
    new SecretProperties(state).refuse(List.of(typed, system), modules.get(module), "netnut.token");
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
    system.setProperty("netnut.password", "fake-password");

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
    modules.get(1).setProperty(name, "/no/such/program");
    assertThatThrownBy(() -> refuse(1)).hasMessageStartingWith("Found <" + name + "> in the POM");
  }

  @Test
  void the_properties_of_a_pom_are_searched_in_its_module() throws Exception {
    modules.get(1).setProperty("netnut.password", "fake-password");

    refuse(0);

    assertThatThrownBy(() -> refuse(1))
        .hasMessageStartingWith("Found <netnut.password> in the POM");
  }

  @Test
  void only_a_value_that_the_plugin_set_may_be_in_a_property_of_another_login() throws Exception {
    modules.get(0).setProperty("netnut.other.token", "fake-token");
    assertThatThrownBy(() -> refuse(0)).hasMessageStartingWith("Found <netnut.other.token> in the");

    state.exposedTokens().add("fake-token");
    refuse(0);
  }

  @Test
  void the_tokens_own_property_may_have_a_default() {
    modules.get(0).setProperty("netnut.token", "");

    assertThatCode(() -> refuse(0)).doesNotThrowAnyException();
  }
}
