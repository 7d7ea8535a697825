package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.UserMistakeException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiTargetSettingsTest extends ApiTargets {
  @Test
  void the_server_of_the_users_own_settings_vouches_for_its_address() throws Exception {
    configure("apiUrl", GATEWAY);
    var target = find(null);

    assertThat(target.address().source()).isEqualTo(ApiUrlSource.SERVER);
    assertThat(target.address().trust()).startsWith("named in <server> 'netnut' in ");
    target.requireSafe();
  }

  @Test
  void a_server_of_other_settings_has_an_account_and_vouches_for_nothing() throws Exception {
    configure("apiUrl", GATEWAY);
    request.setUserSettingsFile(
        Files.copy(request.getUserSettingsFile().toPath(), home.resolve("settings.xml")).toFile());
    var target = find(null);

    assertThat(target.url()).hasToString(GATEWAY);
    assertThat(target.source()).isNotNull();
    assertThatThrownBy(target::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void no_server_vouches_for_anything_beside_other_global_settings() throws Exception {
    configure("apiUrl", GATEWAY);
    request.setGlobalSettingsFile(Files.createFile(home.resolve("global.xml")).toFile());

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void without_a_home_directory_no_server_vouches_for_anything() throws Exception {
    configure("apiUrl", GATEWAY);
    variables.clear();

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void a_server_without_its_whole_account_vouches_for_nothing() throws Exception {
    configure("apiUrl", GATEWAY);
    build.settings.getServer("netnut").setPassword("${env.NOT_SET}");

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void another_server_does_not_vouch() throws Exception {
    configure("apiUrl", GATEWAY);
    build.account("other", "other@example.com", "fake-password");

    assertThatThrownBy(find("other", GATEWAY)::requireSafe).hasMessageContaining("set by apiUrl");
  }

  @Test
  void a_variable_that_is_not_set_is_named_with_the_server() throws Exception {
    configure("apiUrl", "${env.GW}");

    assertThatThrownBy(() -> find(null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining(
            "set by <apiUrl> of <server> 'netnut' in " + request.getUserSettingsFile())
        .hasMessageContaining("it is the environment variable GW, which is not set");
  }

  @Test
  void an_address_that_is_none_is_reported_without_its_text() throws Exception {
    configure("apiUrl", "fake-value-of-a-variable");

    assertThatThrownBy(() -> find(null))
        .hasMessageContaining("set by <apiUrl> of <server> 'netnut' in ")
        .hasMessageContaining("it has to start with https://")
        .hasMessageNotContaining("fake-value");
  }

  @Test
  void a_blank_server_may_have_an_address_that_is_not_set() throws Exception {
    configure("apiUrl", "${env.GW}");
    build.settings.getServer("netnut").setUsername("${env.A}");
    build.settings.getServer("netnut").setPassword(null);

    assertThat(find(null).source()).isNull();
    assertThatCode(find(null)::requireSafe).doesNotThrowAnyException();
  }

  @Test
  void the_account_and_the_address_of_a_blank_server_count_apart() throws Exception {
    configure("apiUrl", GATEWAY);
    build.settings.getServers().get(0).setUsername(null);
    build.settings.getServers().get(0).setPassword(null);
    variables.putAll(Map.of("NETNUT_EMAIL", "you@example.com", "NETNUT_PASSWORD", "fake"));

    assertThat(find(null).account()).hasToString("y***@example.com at " + GATEWAY);
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }
}
