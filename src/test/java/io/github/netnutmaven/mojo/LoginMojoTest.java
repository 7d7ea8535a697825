package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.verifyNoInteractions;

import io.github.netnutmaven.testkit.FaultServer;
import java.util.List;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MojoTest
class LoginMojoTest extends AccountBuilds {
  @Test
  void visibility_project_sets_the_token_in_one_module_only() throws Exception {
    login.visibility = "project";
    login.tokenProperty = "my.token";
    login.execute();

    assertThat(build.property(0, "my.token")).isEqualTo(api.tokens().get(0));
    assertThat(build.property(1, "my.token")).isNull();
    assertThat(build.property(0, "netnut.token")).isNull();
  }

  @Test
  void a_skipped_login_touches_nothing() throws Exception {
    login.skip = true;
    login.timeout = "never";
    clearInvocations(session);
    login.execute();

    verifyNoInteractions(session);
    assertThat(build.log.lines).isEmpty();
  }

  @Test
  void a_secret_in_a_property_is_refused_before_anything_is_sent() {
    session.getUserProperties().setProperty("netnut.password", "fake-typed-password");

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("Found -Dnetnut.password, but");
    assertThat(api.connections()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"skip, INFO", "warn, WARN"})
  void missing_credentials_are_handled_before_the_address_is_judged(String reaction, String level)
      throws Exception {
    build.settings.getServers().clear();
    build.account("netnut", "${env.NOT_SET}", "${env.NOT_SET}");
    login.apiUrl = "https://foreign.invalid/v1";
    login.onMissingCredentials = reaction;
    login.execute();

    assertThat(line()).startsWith(level + " Did not run netnut:login: there are no credentials");
  }

  @Test
  void a_goal_leaves_no_connection_open() throws Exception {
    try (var server =
        new FaultServer(
            FaultServer.json(200, "{\"success\":true,\"token\":\"fake-token-of-a-server\"}"))) {
      login.apiUrl = server.url();
      login.execute();

      server.assertOpenConnections(0);
    }
  }

  @Test
  void a_provided_token_is_not_sent_where_a_project_says() {
    build.settings.getServers().clear();
    build.environment.put("NETNUT_TOKEN", "fake-token-handed-over");
    login.apiUrl = "https://foreign.invalid/v1";

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("nothing was sent")
        .hasMessageNotContaining("fake-token");
  }

  @Test
  void a_login_is_reported_only_after_the_file_was_written() {
    login.tokenFile = directory.toFile();

    assertThatThrownBy(login::execute).hasMessageContaining("tokenFile " + directory);
    assertThat(build.log.lines).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "tokenProperty, java.home",
    "tokenProperty, a b",
    "visibility, everywhere",
    "verify, maybe",
    "timeout, 0s",
    "connectTimeout, 25h",
    "authorizationScheme, two words",
    "minValidity, soon",
    "verifyInterval, -1s",
    "cache, sometimes",
    "onMissingCredentials, ignore",
    "apiUrl, ftp://x",
    "envVariable, NETNUT_PASSWORD",
    "retries, 101",
  })
  void a_parameter_that_means_nothing_is_named(String parameter, String value) throws Exception {
    if (parameter.equals("retries")) {
      login.retries = Integer.parseInt(value);
    } else {
      MojoExtension.setVariableValueToObject(login, parameter, value);
    }

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("'" + parameter + "'");
    // Before anything is decided, read or sent: offline and without any account it is the same.
    lenient().doReturn(true).when(session).isOffline();
    build.settings.getServers().clear();
    assertThatThrownBy(login::execute).hasMessageContaining("'" + parameter + "'");
    assertThat(api.connections()).isZero();
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "true, x, Nobody was asked for an account: there is no terminal.",
    "false, x, Nobody was asked for an account: Maven runs in batch mode (-B).",
    "true, mvnd.home, mvnd has no terminal for it. Run mvn netnut:login once"
  })
  void a_typed_login_without_credentials_says_why_nobody_was_asked(
      boolean isInteractive, String property, String why) {
    build.settings.getServers().clear();
    session.getSystemProperties().setProperty(property, "/opt/mvnd");
    session.getRequest().setInteractiveMode(isInteractive);
    login.execution = TestBuild.run("login", MojoExecution.Source.CLI);

    assertThatThrownBy(login::execute).hasMessageContaining(why);
  }

  @Test
  void nothing_is_read_while_java_prints_what_it_sends() {
    System.setProperty("javax.net.debug", "");
    try {
      for (var goal : List.<ApiMojo<?>>of(login, check)) {
        goal.variables = name -> fail("read " + name);
        assertThatThrownBy(goal::execute)
            .isExactlyInstanceOf(MojoFailureException.class)
            .hasMessageContainingAll("javax.net.debug", "openssl s_client");
      }
    } finally {
      System.clearProperty("javax.net.debug");
    }
    assertThat(api.connections()).isZero();
  }

  @Test
  void warns_of_a_property_that_hides_the_token() throws Exception {
    build.modules.get(1).getProperties().setProperty("netnut.token", "from-the-pom");

    login.execute();

    assertThat(build.log.lines)
        .filteredOn(line -> line.startsWith("WARN A <netnut.token> in the POM hides the value"))
        .hasSize(1);
    assertThat(build.log.lines)
        .anyMatch(
            line -> line.contains("the token is in no property, as ${netnut.token} is taken"));
  }

  @Test
  void blank_parameters_are_not_set() throws Exception {
    login.cache = "";
    login.verify = " ";
    login.visibility = "";
    login.timeout = "";
    login.connectTimeout = " ";
    login.verifyInterval = "";
    login.minValidity = "";
    login.onMissingCredentials = "";
    login.envVariable = "";
    login.serverId = " ";

    login.execute();

    assertThat(build.property(2, "netnut.token")).isNotNull();
  }
}
