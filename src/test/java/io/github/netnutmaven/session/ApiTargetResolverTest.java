package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.UserMistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTargetResolverTest extends ApiTargets {
  @Test
  void a_parameter_chooses_an_address_and_does_not_vouch_for_it() throws Exception {
    var target = find(GATEWAY);

    assertThat(target.url()).hasToString(GATEWAY);
    assertThat(target.address().trust()).isNull();
    assertThatThrownBy(target::requireSafe).hasMessageContaining("set by apiUrl, in the project");
  }

  @Test
  void the_environment_vouches_for_its_address_and_the_parameter_still_chooses() throws Exception {
    variables.put("NETNUT_API_URL", "HTTPS://GATEWAY.invalid:443/v1/");
    var target = find(GATEWAY);

    assertThat(target.url()).hasToString(GATEWAY);
    assertThat(target.address().trust()).isEqualTo("named in NETNUT_API_URL");
    target.requireSafe();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gateway.invalid",
        "https://gateway.invalid/v2",
        "https://gateway.invalid/V1",
        "https://gateway.invalid/v1/more",
        "https://gateway.invalid/b/v1",
        "https://gateway.invalid:8443/v1",
        "http://gateway.invalid/v1",
        "https://gateway.invalid./v1",
        "https://x.gateway.invalid/v1",
        "https://gateway.invalid.evil.invalid/v1",
        "https://customers-api.netnut.io",
        "https://customers-api.netnut.io/v2",
        "https://customers-api.netnut.io:8443/v1",
      })
  void another_scheme_host_port_or_path_is_another_address(String url) throws Exception {
    variables.put("NETNUT_API_URL", GATEWAY);

    assertThat(find(url).address().trust()).isNull();
    assertThatThrownBy(find(url)::requireSafe).isInstanceOf(UserMistakeException.class);
  }

  @Test
  void the_service_itself_needs_nobody_to_vouch_for_it() throws Exception {
    var target = find(null);

    assertThat(target.address())
        .isEqualTo(
            new ApiAddress(ApiUrl.DEFAULT, ApiUrlSource.DEFAULT, "it is the service itself"));
    find(ApiUrl.DEFAULT.toString()).requireSafe();
  }

  @Test
  void this_machine_is_not_trusted_by_itself() throws Exception {
    assertThatThrownBy(find("http://127.0.0.1:1/v1")::requireSafe)
        .hasMessageEndingWith(" NETNUT_API_URL=http://127.0.0.1:1/v1 mvn …");

    variables.put("NETNUT_API_URL", "http://127.0.0.1:1/v1");
    find(null).requireSafe();
  }

  @Test
  void the_address_is_the_first_that_is_set() throws Exception {
    variables.put("NETNUT_API_URL", "https://environment.invalid");
    assertThat(find(null).address())
        .isEqualTo(
            new ApiAddress(
                ApiUrl.parse("https://environment.invalid"),
                ApiUrlSource.ENVIRONMENT,
                "named in NETNUT_API_URL"));

    configure("apiUrl", "https://server.invalid");
    assertThat(find(null).address().url()).hasToString("https://server.invalid");
    assertThat(find(null).address().source()).isEqualTo(ApiUrlSource.SERVER);

    assertThat(find("https://parameter.invalid").address())
        .isEqualTo(
            new ApiAddress(
                ApiUrl.parse("https://parameter.invalid"), ApiUrlSource.PARAMETER, null));
  }

  @Test
  void the_parameter_may_choose_what_the_server_vouches_for() throws Exception {
    configure("apiUrl", GATEWAY);

    find(GATEWAY).requireSafe();
    assertThatThrownBy(find(GATEWAY + "/more")::requireSafe).hasMessageContaining("set by apiUrl");
  }

  @Test
  void the_account_is_the_email_of_the_server_at_the_chosen_address() throws Exception {
    assertThat(find(GATEWAY).account())
        .isEqualTo(new Account(ApiUrl.parse(GATEWAY), "me@example.com"));
  }

  @Test
  void a_blank_server_counts_as_none() throws Exception {
    build.settings.getServers().clear();
    build.account("netnut", "${env.A}", "${env.B}");
    var target = find(null);

    assertThat(target.source()).isNull();
    assertThat(target.account().email()).isNull();
    assertThat(target.missingReason())
        .asString()
        .startsWith("there are no credentials: in <server> 'netnut' in ")
        .contains("its <username> is the environment variable A")
        .endsWith(", and NETNUT_EMAIL is not set either");

    variables.put("NETNUT_EMAIL", "you@example.com");
    variables.put("NETNUT_PASSWORD", "fake-password");
    assertThat(find(null).account().email()).isEqualTo("you@example.com");
    assertThat(find(null).missingReason()).isNull();
  }

  @Test
  void a_missing_server_is_reported_with_the_names_of_the_settings_files() throws Exception {
    build.settings.getServers().clear();

    assertThat(find(null).missingReason())
        .asString()
        .startsWith("there are no credentials: there is no <server> 'netnut' in " + home);
  }

  @Test
  void a_server_whose_id_has_another_case_is_named() throws Exception {
    build.settings.getServers().clear();
    build.account("Netnut", "me@example.com", "fake-password");

    assertThat(find(null).missingReason()).asString().contains("; there is 'Netnut': case counts");
    assertThatThrownBy(() -> find("netNut", null))
        .hasMessageContaining("'netNut' in ")
        .hasMessageContaining("; there is 'Netnut': case counts");
  }

  @Test
  void a_set_server_id_must_exist_and_a_blank_one_counts_as_not_set() throws Exception {
    build.account("other", "other@example.com", "fake-password");

    assertThat(find(" other ", null).account().email()).isEqualTo("other@example.com");
    assertThat(find(" ", null).account().email()).isEqualTo("me@example.com");
    assertThatThrownBy(() -> find("nobody", null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageStartingWith(
            "Looked for the account, but there is no <server> 'nobody' in " + home)
        .hasMessageEndingWith("or correct serverId.");
  }

  @Test
  void the_sandbox_needs_no_trust_and_has_its_own_account() throws Exception {
    SessionState.of(session).sandboxUrl("http://127.0.0.1:1/v1");
    var target = find(null);

    assertThat(target.isSandbox()).isTrue();
    assertThat(target.address().trust()).isEqualTo("it is this build's own");
    assertThat(target.account().email()).isEqualTo("sandbox@example.com");
    target.requireSafe();
  }
}
