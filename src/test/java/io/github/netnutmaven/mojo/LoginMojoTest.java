package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.verifyNoInteractions;

import io.github.netnutmaven.testkit.FaultServer;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@MojoTest
class LoginMojoTest extends AccountBuilds {
  @Test
  void every_module_gets_the_token() throws Exception {
    login.execute();

    for (int module = 0; module < 3; module++) {
      assertThat(build.property(module, "netnut.token")).isEqualTo(api.tokens().get(0));
      assertThat(build.property(module, "netnut.token.source")).isEqualTo("login");
      assertThat(build.property(module, "netnut.token.apiUrl")).isEqualTo(api.url());
      assertThat(Instant.parse(build.property(module, "netnut.token.expiresAt")))
          .isAfter(Instant.now().plus(Duration.ofHours(23)));
    }
    assertThat(line())
        .startsWith("INFO Logged in as m***@example.com at " + api.url())
        .doesNotContain(build.property(0, "netnut.token"));
  }

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
  void logs_in_once_and_says_so_once() throws Exception {
    login.execute();
    var first = build.property(0, "netnut.token");
    login.execute();

    assertThat(build.property(0, "netnut.token")).isEqualTo(first);
    assertThat(build.log.lines).hasSize(1);
  }

  @Test
  void a_refused_account_is_a_mistake_of_the_user() {
    build.account("other", EMAIL, "fake-wrong-password");
    login.serverId = "other";

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasNoCause()
        .hasMessageContaining("Tried to log in to " + api.url() + " as m***@example.com")
        .hasMessageContaining("Invalid email or password")
        .hasMessageContaining("Check <server> 'other' in ")
        .hasMessageNotContaining("fake-wrong-password");
    assertThat(build.property(0, "netnut.token")).isNull();
  }

  @Test
  void a_service_that_is_down_is_no_mistake_of_the_user() throws Exception {
    try (var closed = new ServerSocket(0)) {
      login.apiUrl = "http://127.0.0.1:" + closed.getLocalPort();
    }

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasNoCause()
        .hasMessageContaining("was refused");
  }

  @Test
  void failOnError_false_turns_a_failure_into_one_warning() throws Exception {
    login.serverId = "nobody";
    login.failOnError = false;
    login.execute();
    login.execute();

    assertThat(line())
        .startsWith("WARN Looked for the account, but there is no <server> 'nobody' in ");
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
  void an_offline_login_sends_nothing_and_says_why() {
    lenient().doReturn(true).when(session).isOffline();
    login.apiUrl = "http://127.0.0.1:1";

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("offline");
  }

  @Test
  void a_password_in_a_property_is_refused_before_anything_is_sent() {
    build.modules.get(0).getProperties().setProperty("netnut.password", "fake-password");

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("Found <netnut.password> in the POM");
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
    "tokenProperty, project.version",
    "tokenProperty, path",
    "tokenProperty, a b",
    "visibility, everywhere",
    "verify, maybe",
    "timeout, 0s",
    "timeout, -5s",
    "timeout, NaN",
    "timeout, 99999999999999999999h",
    "connectTimeout, 25h",
    "authorizationScheme, two words",
    "minValidity, soon",
    "verifyInterval, -1s",
    "verifyInterval, 25h",
    "verifyInterval, soon",
    "cache, sometimes",
    "onMissingCredentials, ignore",
    "apiUrl, ftp://x",
    "envVariable, NETNUT_PASSWORD",
    "envVariable, MY-TOKEN",
  })
  void a_parameter_that_means_nothing_is_named(String parameter, String value) throws Exception {
    MojoExtension.setVariableValueToObject(login, parameter, value);

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
  @ValueSource(ints = {-1, 101})
  void a_number_of_retries_out_of_range_fails_offline_too(int retries) {
    lenient().doReturn(true).when(session).isOffline();
    login.retries = retries;

    assertThatThrownBy(login::execute).hasMessageContaining("'retries' is '" + retries + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "true, Nobody was asked for an account: there is no terminal.",
    "false, Nobody was asked for an account: Maven runs in batch mode (-B)."
  })
  void a_typed_login_without_credentials_says_why_nobody_was_asked(
      boolean isInteractive, String why) {
    build.settings.getServers().clear();
    session.getRequest().setInteractiveMode(isInteractive);
    login.execution = TestBuild.run("login", MojoExecution.Source.CLI);

    assertThatThrownBy(login::execute).hasMessageContaining(why);
  }

  @Test
  void a_project_cannot_redirect_a_login() {
    login.apiUrl = "https://foreign.invalid/v1";

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("https://foreign.invalid")
        .hasMessageContaining("nothing was sent");
  }

  @Test
  void a_project_cannot_send_the_password_to_another_user_of_this_machine() {
    build.environment.put("NETNUT_API_URL", "https://gateway.invalid/v1");

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining(" NETNUT_API_URL=" + api.url() + " mvn …");
    assertThatThrownBy(check::execute).hasMessageContaining("there is none at hand");
    assertThat(api.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "ssl:handshake:data", ""})
  void nothing_is_read_while_java_prints_what_it_sends(String value) {
    build.environment.put("NETNUT_TOKEN", "fake-token-handed-over");
    System.setProperty("javax.net.debug", value);
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
  void warns_of_a_typed_property_that_hides_the_address_of_the_token() throws Exception {
    session.getUserProperties().setProperty("netnut.token.apiUrl", "typed");

    login.execute();

    assertThat(build.log.lines)
        .filteredOn(line -> line.startsWith("WARN -Dnetnut.token.apiUrl hides the value"))
        .hasSize(1);
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
  void a_typed_login_in_a_daemon_says_which_command_asks_for_the_account() {
    build.settings.getServers().clear();
    session.getSystemProperties().setProperty("mvnd.home", "/opt/mvnd");
    login.execution = TestBuild.run("login", MojoExecution.Source.CLI);

    assertThatThrownBy(login::execute)
        .hasMessageContaining("mvnd has no terminal for it. Run mvn netnut:login once");
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

  @Test
  void a_misspelt_property_is_one_warning() throws Exception {
    session.getUserProperties().setProperty("netnut.serverID", "x");
    login.execute();
    login.execute();

    assertThat(build.log.lines)
        .filteredOn(line -> line.startsWith("WARN"))
        .singleElement()
        .asString()
        .endsWith("did you mean netnut.serverId?");
  }

  @Test
  void a_parameter_whose_text_has_no_value_fails_before_anything_is_sent() {
    login.execution.getConfiguration().getChild("serverId").setValue("${nn.server}");

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("'serverId' is '${nn.server}'");
    assertThat(api.connections()).isZero();
  }
}
