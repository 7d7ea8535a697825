package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.testkit.BuildFixture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A project with an account in the own settings of a user, whose targets are resolved. */
class ApiTargetResolverTest {
  private static final String GATEWAY = "https://gateway.invalid/v1";

  @TempDir Path home;

  private final MavenSession session = mock(MavenSession.class);
  private final BuildFixture build = new BuildFixture(session, 1);
  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void a_user_with_an_account() {
    build.account("netnut", "me@example.com", "fake-password");
    doReturn(request).when(session).getRequest();
    variables.put(File.separatorChar == '/' ? "HOME" : "USERPROFILE", home.toString());
    request.setUserSettingsFile(home.resolve(".m2/settings.xml").toFile());
  }

  /** Configures the server as Maven gives it, and writes the same text to the user's own file. */
  private void configure(String... namesAndValues) throws IOException {
    var server = build.settings.getServer("netnut");
    server.setConfiguration(BuildFixture.configuration(namesAndValues));
    write(server.getConfiguration().toString().replaceAll("<\\?.*\\?>", ""));
  }

  /** Writes the user's settings file with this {@code <configuration>} of the server. */
  private void write(String configuration) throws IOException {
    var file = request.getUserSettingsFile().toPath();
    Files.createDirectories(file.getParent());
    var server = "<server><id>netnut</id>" + configuration + "</server>";
    Files.writeString(file, "<settings><servers>" + server + "</servers></settings>");
  }

  private ApiTarget find(@Nullable String apiUrl) throws Exception {
    return find("", apiUrl);
  }

  private ApiTarget find(String serverId, @Nullable String apiUrl) throws Exception {
    var goal = BuildFixture.run("login", MojoExecution.Source.LIFECYCLE);
    var url = apiUrl == null ? null : ApiUrl.parse(apiUrl);
    return new ApiTargetResolver(BuildFixture.build(session, goal, variables::get, warning -> {}))
        .target(new AccountParameters(serverId, url, false, "netnut.token", null));
  }

  private void assertNotTrusted(@Nullable String apiUrl, String source) throws Exception {
    var target = find(apiUrl);
    assertThat(target.address().trust()).isNull();
    assertThat(target.source()).isNotNull();
    assertThatThrownBy(target::requireSafe)
        .isExactlyInstanceOf(UserMistakeException.class)
        .hasMessageContaining("set by " + source);
  }

  @Test
  void a_parameter_chooses_an_address_and_does_not_vouch_for_it() throws Exception {
    assertThat(find(GATEWAY).account()).hasToString("m***@example.com at " + GATEWAY);
    assertNotTrusted(GATEWAY, "apiUrl, in the project");
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
        "https://gateway.invalid/V1",
        "https://gateway.invalid/v1/more",
        "https://gateway.invalid:8443/v1",
        "http://gateway.invalid/v1",
        "https://gateway.invalid./v1",
        "https://x.gateway.invalid/v1",
        "https://gateway.invalid.evil.invalid/v1",
        "https://customers-api.netnut.io",
        "https://customers-api.netnut.io:8443/v1",
      })
  void another_scheme_host_port_or_path_is_another_address(String url) throws Exception {
    variables.put("NETNUT_API_URL", GATEWAY);

    assertThat(find(url).address().trust()).isNull();
    assertThatThrownBy(find(url)::requireSafe).isInstanceOf(UserMistakeException.class);
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
    assertThat(find(null).url()).isEqualTo(ApiUrl.DEFAULT);
    find(ApiUrl.DEFAULT.toString()).requireSafe();

    variables.put("NETNUT_API_URL", "https://environment.invalid");
    assertThat(find(null).url()).hasToString("https://environment.invalid");
    assertThat(find(null).address().source()).isEqualTo(ApiUrlSource.ENVIRONMENT);

    configure("apiUrl", "https://server.invalid");
    assertThat(find(null).url()).hasToString("https://server.invalid");
    assertThat(find("https://parameter.invalid").url()).hasToString("https://parameter.invalid");
  }

  @Test
  void the_server_of_the_users_own_settings_vouches_for_its_address() throws Exception {
    configure("apiUrl", GATEWAY);
    var target = find(null);

    assertThat(target.address().source()).isEqualTo(ApiUrlSource.SERVER);
    assertThat(target.address().trust()).startsWith("named in <server> 'netnut' in ");
    target.requireSafe();
    find(GATEWAY).requireSafe();
    assertNotTrusted(GATEWAY + "/more", "apiUrl");

    build.account("other", "other@example.com", "fake-password");
    assertThatThrownBy(find("other", GATEWAY)::requireSafe).hasMessageContaining("set by apiUrl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other settings", "other global settings", "no home", "half an account"})
  void a_server_has_an_account_and_vouches_for_nothing_with(String what) throws Exception {
    configure("apiUrl", GATEWAY);
    var file = request.getUserSettingsFile().toPath();
    switch (what) {
      case "other settings" ->
          request.setUserSettingsFile(Files.copy(file, home.resolve("settings.xml")).toFile());
      case "other global settings" ->
          request.setGlobalSettingsFile(Files.createFile(home.resolve("global.xml")).toFile());
      case "no home" -> variables.clear();
      default -> build.settings.getServer("netnut").setPassword("${env.NOT_SET}");
    }

    assertNotTrusted(null, "the <server>");
  }

  @Test
  void a_password_command_runs_only_from_the_users_own_settings_as_it_is_there() throws Exception {
    build.settings.getServer("netnut").setPassword(null);
    configure("passwordCommand", "op \"a' & <b>", "apiUrl", GATEWAY);
    find(null).requireSafe();

    write("<configuration><passwordCommand>${env.GET}</passwordCommand></configuration>");
    assertThatThrownBy(() -> find(null)).hasMessageContaining("a project may have written it");

    configure("passwordCommand", GATEWAY);
    assertNotTrusted(GATEWAY, "apiUrl");
    request.setUserSettingsFile(home.resolve("other.xml").toFile());
    assertThatThrownBy(() -> find(null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("<passwordCommand> of <server> 'netnut' in " + home)
        .hasMessageContaining("a project may have written it, so it was not run");
  }

  @Test
  void a_blank_server_counts_as_none_and_its_address_apart() throws Exception {
    configure("apiUrl", "${env.GW}");
    build.settings.getServers().get(0).setUsername("${env.A}");
    build.settings.getServers().get(0).setPassword(null);
    var target = find(null);
    target.requireSafe();
    assertThat(target.source()).isNull();
    assertThat(target.account().email()).isNull();
    assertThat(target.missingReason())
        .asString()
        .startsWith("there are no credentials: in <server> 'netnut' in ")
        .contains("its <username> is the environment variable A")
        .endsWith(", and NETNUT_EMAIL is not set either");

    configure("apiUrl", GATEWAY);
    variables.putAll(Map.of("NETNUT_EMAIL", "you@example.com", "NETNUT_PASSWORD", "fake"));
    assertThat(find(null).account()).hasToString("y***@example.com at " + GATEWAY);
    assertThat(find(null).missingReason()).isNull();
    assertNotTrusted(null, "the <server>");
  }

  @Test
  void a_server_id_that_is_set_must_exist() throws Exception {
    build.account("other", "other@example.com", "fake-password");

    assertThat(find("other", null).account().email()).isEqualTo("other@example.com");
    assertThatThrownBy(() -> find("nobody", null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageStartingWith(
            "Looked for the account, but there is no <server> 'nobody' in " + home)
        .hasMessageEndingWith("or correct serverId.");
  }

  @Test
  void a_server_whose_id_has_another_case_is_named() throws Exception {
    build.settings.getServers().clear();
    build.account("Netnut", "me@example.com", "fake-password");

    assertThat(find(null).missingReason())
        .asString()
        .startsWith("there are no credentials: there is no <server> 'netnut' in " + home)
        .contains("; there is 'Netnut': case counts");
  }
}
