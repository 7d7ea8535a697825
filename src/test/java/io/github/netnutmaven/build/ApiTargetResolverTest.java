package io.github.netnutmaven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.config.Environment;
import io.github.netnutmaven.testkit.BuildFixture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTargetResolverTest {
  private static final String GATEWAY = "https://gateway.invalid/v1";

  private final MavenSession session = mock(MavenSession.class);
  private final BuildFixture build = new BuildFixture(session, 1);
  private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final Map<String, String> variables = new HashMap<>();
  @TempDir private Path project;
  @TempDir private Path home;

  @BeforeEach
  void a_project_with_an_account_outside_of_it() throws IOException {
    build.account("netnut", "me@example.com", "fake-password");
    build.modules.get(0).setFile(project.resolve("pom.xml").toFile());
    doReturn(build.modules).when(session).getAllProjects();
    doReturn(request).when(session).getRequest();
    settings(home);
  }

  private void settings(Path directory) throws IOException {
    var text = "<settings>…<apiUrl>" + GATEWAY + "</apiUrl>…</settings>";
    request.setUserSettingsFile(
        Files.writeString(directory.resolve("settings.xml"), text).toFile());
  }

  private void serverUrl(String url) {
    configure("apiUrl", url);
  }

  private void configure(String... namesAndValues) {
    var server = build.settings.getServer("netnut");
    server.setConfiguration(BuildFixture.configuration(namesAndValues));
  }

  private ApiTarget find(String apiUrl) throws Exception {
    return find(null, apiUrl);
  }

  private ApiTarget find(String serverId, String apiUrl) throws Exception {
    return new ApiTargetResolver(
            session, mock(SettingsDecrypter.class), new Environment(variables::get))
        .find(serverId, apiUrl == null ? null : ApiUrl.parse(apiUrl), false);
  }

  @Test
  void a_parameter_chooses_an_address_and_does_not_vouch_for_it() throws Exception {
    var target = find(GATEWAY);

    assertThat(target.url()).hasToString(GATEWAY);
    assertThat(target.trust()).isEqualTo("no");
    assertThatThrownBy(target::requireSafe).hasMessageContaining("set by apiUrl, in the project");
  }

  @Test
  void the_environment_vouches_for_its_origin_and_the_parameter_still_chooses() throws Exception {
    variables.put("NETNUT_API_URL", "https://GATEWAY.invalid:443/");
    var target = find(GATEWAY);

    assertThat(target.url()).hasToString(GATEWAY);
    assertThat(target.trust()).isEqualTo("named in NETNUT_API_URL");
    target.requireSafe();
  }

  @Test
  void the_server_of_settings_outside_the_project_vouches_for_its_address() throws Exception {
    serverUrl(GATEWAY);
    var target = find(null);

    assertThat(target.address().source()).isEqualTo(ApiUrlSource.SERVER);
    assertThat(target.trust()).startsWith("named in <server> 'netnut' in ");
    target.requireSafe();
  }

  @Test
  void an_interpolated_address_is_not_vouched_for() throws Exception {
    serverUrl(GATEWAY);
    var settings = request.getUserSettingsFile().toPath();
    Files.writeString(settings, "<settings><apiUrl>${env.GATEWAY}</apiUrl></settings>");
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");

    BuildFixture.forget(session);
    Files.writeString(settings, "<apiUrl>" + GATEWAY + "/more</apiUrl>");
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");

    BuildFixture.forget(session);
    Files.delete(settings);
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  /** The account's password comes from a command; the text of the file is what the user wrote. */
  private void command(String inFile, String asMavenGivesIt) throws Exception {
    build.settings.getServer("netnut").setPassword(null);
    configure("passwordCommand", asMavenGivesIt);
    Files.writeString(
        request.getUserSettingsFile().toPath(),
        "<settings><passwordCommand>" + inFile + "</passwordCommand></settings>");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "pass show netnut, pass show netnut",
        "pass 'ünd' \"x\", pass 'ünd' \"x\"",
        "op &quot;a&apos; &amp;amp; &lt;b&gt;, op \"a' &amp; <b>",
      })
  void a_password_command_counts_in_settings_outside_the_project(String inFile, String command)
      throws Exception {
    command(inFile, command);

    assertThat(find(null).source()).isNotNull();
  }

  @Test
  void a_password_command_that_a_project_may_have_written_is_an_error_and_does_not_run()
      throws Exception {
    command("${env.COMMAND}", "touch /tmp/x");
    assertThatThrownBy(() -> find(null))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("<passwordCommand> of <server> 'netnut' in " + home)
        .hasMessageContaining("a project may have written it, so it was not run");

    BuildFixture.forget(session);
    command("pass show netnut", "pass show netnut");
    request.setGlobalSettingsFile(Files.createFile(project.resolve("global.xml")).toFile());
    assertThatThrownBy(() -> find(null)).hasMessageContaining("a project may have written it");

    BuildFixture.forget(session);
    request.setGlobalSettingsFile(null);
    settings(project);
    command("pass show netnut", "pass show netnut");
    assertThatThrownBy(() -> find(null)).hasMessageContaining("a project may have written it");
  }

  @Test
  void an_address_with_the_text_of_a_trusted_command_is_not_trusted() throws Exception {
    command(GATEWAY, GATEWAY);
    find(null);

    serverUrl(GATEWAY);
    build.settings.getServer("netnut").setPassword("fake-password");
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void a_server_with_a_password_command_is_a_whole_account_and_vouches_for_its_address()
      throws Exception {
    command("pass show netnut", "pass show netnut");
    configure("passwordCommand", "pass show netnut", "apiUrl", GATEWAY);
    var file = request.getUserSettingsFile().toPath();
    Files.writeString(file, Files.readString(file) + "<apiUrl>" + GATEWAY + "</apiUrl>");

    find(null).requireSafe();
  }

  @Test
  void the_settings_are_looked_at_once_in_a_build() throws Exception {
    serverUrl(GATEWAY);
    find(null).requireSafe();
    Files.delete(request.getUserSettingsFile().toPath());

    find(null).requireSafe();
  }

  @Test
  @EnabledOnOs(OS.LINUX) // Where there is a file whose reading always fails.
  void settings_that_cannot_be_read_again_vouch_for_nothing() throws Exception {
    serverUrl(GATEWAY);
    request.setUserSettingsFile(new File("/proc/self/mem"));

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void global_settings_outside_the_project_vouch_as_well() throws Exception {
    serverUrl(GATEWAY);
    request.setGlobalSettingsFile(request.getUserSettingsFile());
    request.setUserSettingsFile(null);

    find(null).requireSafe();
  }

  @Test
  void a_server_of_settings_inside_the_project_has_an_account_and_vouches_for_nothing()
      throws Exception {
    serverUrl(GATEWAY);
    settings(project);
    var target = find(null);

    assertThat(target.url()).hasToString(GATEWAY);
    assertThat(target.source()).isNotNull();
    assertThatThrownBy(target::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void global_settings_inside_the_project_count_like_the_users() throws Exception {
    serverUrl(GATEWAY);
    var global = Files.createFile(project.resolve("global.xml"));
    request.setGlobalSettingsFile(global.toFile());

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void settings_where_maven_was_started_are_the_projects() throws Exception {
    serverUrl(GATEWAY);
    request.setMultiModuleProjectDirectory(home.toFile());
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");

    BuildFixture.forget(session);
    request.setMultiModuleProjectDirectory(null);
    request.setBaseDirectory(home.toFile());
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void settings_in_the_local_repository_vouch_for_nothing() throws Exception {
    serverUrl(GATEWAY);
    var repositories = new DefaultRepositorySystemSession();
    var manager = mock(LocalRepositoryManager.class);
    doReturn(new LocalRepository(home.toFile())).when(manager).getRepository();
    repositories.setLocalRepositoryManager(manager);
    doReturn(repositories).when(session).getRepositorySession();

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void a_server_without_its_whole_account_vouches_for_nothing() throws Exception {
    serverUrl(GATEWAY);
    build.settings.getServer("netnut").setPassword("${env.NOT_SET}");

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
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
    assertThat(target.absence())
        .startsWith("there are no credentials: in <server> 'netnut' in ")
        .contains("its <username> is the environment variable A")
        .endsWith(", and NETNUT_EMAIL is not set either");

    variables.put("NETNUT_EMAIL", "you@example.com");
    variables.put("NETNUT_PASSWORD", "fake-password");
    assertThat(find(null).account().email()).isEqualTo("you@example.com");
    assertThat(find(null).absence()).isEmpty();
  }

  @Test
  void a_missing_server_is_reported_with_the_names_of_the_settings_files() throws Exception {
    build.settings.getServers().clear();

    assertThat(find(null).absence())
        .startsWith("there are no credentials: there is no <server> 'netnut' in " + home);
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
    var target = ApiTargetResolver.sandbox("http://127.0.0.1:1/v1");

    assertThat(target.isSandbox()).isTrue();
    assertThat(target.trust()).isEqualTo("this machine");
    assertThat(target.account().email()).isEqualTo("sandbox@example.com");
    target.requireSafe();
  }

  @Test
  void a_project_without_a_file_has_no_directory() throws Exception {
    serverUrl(GATEWAY);
    build.modules.get(0).setFile(null);
    doReturn(List.copyOf(build.modules)).when(session).getAllProjects();

    find(null).requireSafe();
  }
}
