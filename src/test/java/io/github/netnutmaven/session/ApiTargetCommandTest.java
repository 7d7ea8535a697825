package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.UserMistakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTargetCommandTest extends ApiTargets {
  @BeforeEach
  void an_account_without_a_password() {
    build.settings.getServer("netnut").setPassword(null);
  }

  @Test
  void a_password_command_counts_in_the_users_own_settings() throws Exception {
    configure("passwordCommand", "op \"a' & <b>");

    assertThat(find(null).source()).isNotNull();
  }

  @Test
  void a_password_command_of_other_settings_is_an_error_and_does_not_run() throws Exception {
    configure("passwordCommand", "touch /tmp/x");
    request.setUserSettingsFile(home.resolve("other.xml").toFile());

    assertThatThrownBy(() -> find(null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("<passwordCommand> of <server> 'netnut' in " + home)
        .hasMessageContaining("a project may have written it, so it was not run");
  }

  @Test
  void a_command_that_maven_filled_in_is_an_error() throws Exception {
    configure("passwordCommand", "touch /tmp/x");
    write(
        request.getUserSettingsFile().toPath(),
        "<configuration><passwordCommand>${env.GET}</passwordCommand></configuration>");

    assertThatThrownBy(() -> find(null)).hasMessageContaining("a project may have written it");
  }

  @Test
  void an_address_with_the_text_of_a_trusted_command_is_not_trusted() throws Exception {
    configure("passwordCommand", GATEWAY);
    find(null);

    assertThatThrownBy(find(GATEWAY)::requireSafe).hasMessageContaining("set by apiUrl");
  }

  @Test
  void a_server_with_a_password_command_is_a_whole_account_and_vouches_for_its_address()
      throws Exception {
    configure("passwordCommand", "pass show netnut", "apiUrl", GATEWAY);

    find(null).requireSafe();
  }
}
