package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of a CI job that have no password: it is in another step. */
@MojoTest
class IncompleteAccountMojoTest extends BuildsWithCache {
  @BeforeEach
  void an_email_alone() {
    withoutServer();
    build.environment.put("NETNUT_EMAIL", EMAIL);
  }

  private void withoutServer() {
    build.settings.getServers().clear();
  }

  @Test
  void a_provided_token_needs_no_password() throws Exception {
    api.tokens().add("fake-provided");
    build.environment.put("NETNUT_TOKEN", "fake-provided");
    login.execute();
    check.execute();

    assertThat(build.property(0, "netnut.token")).isEqualTo("fake-provided");
    assertThat(api.logins()).isZero();
  }

  @Test
  void the_cached_token_of_the_account_that_the_email_names_needs_no_password() throws Exception {
    build.environment.put("NETNUT_PASSWORD", PASSWORD);
    login.execute();
    nextBuild();
    withoutServer();
    build.environment.put("NETNUT_EMAIL", EMAIL);
    login.execute();
    check.execute();

    assertThat(build.property(0, "netnut.token.source")).isEqualTo("cache");
    assertThat(build.log.lines)
        .contains("INFO account:  m***@example.com, from NETNUT_EMAIL; password missing");
    nextBuild();
    withoutServer();
    build.environment.put("NETNUT_EMAIL", "you@example.com");
    assertThatThrownBy(login::execute).hasMessageContaining("NETNUT_EMAIL without NETNUT_PASSWORD");
    assertThat(api.logins()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "NETNUT_EMAIL, NETNUT_EMAIL without NETNUT_PASSWORD or NETNUT_PASSWORD_FILE or",
    "NETNUT_PASSWORD, NETNUT_PASSWORD without NETNUT_EMAIL",
  })
  void without_a_token_the_login_names_what_is_missing(String variable, String message) {
    build.environment.remove("NETNUT_EMAIL");
    build.environment.put(variable, "fake@example.com");
    login.onMissingCredentials = "skip";

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("fake");
    assertThat(api.connections()).isZero();
  }

  @Test
  void variables_that_hold_only_unresolved_references_are_no_credentials() throws Exception {
    build.environment.put("NETNUT_EMAIL", "$(NETNUT_EMAIL)");
    build.environment.put("NETNUT_PASSWORD", "${NETNUT_PASSWORD}");
    build.environment.put("NETNUT_TOKEN", "%NETNUT_TOKEN%");
    build.environment.put("NETNUT_API_URL", "$(NETNUT_API_URL)");
    login.onMissingCredentials = "skip";
    login.execute();

    assertThat(line()).startsWith("INFO Did not run netnut:login: there are no credentials");
    assertThat(api.connections()).isZero();
  }
}
