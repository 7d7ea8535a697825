package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.session.Build;
import io.github.netnutmaven.testkit.RecordingApi;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the goal {@code login} puts the token. */
@MojoTest
class LoginOutputsTest extends AccountBuilds {
  @BeforeEach
  void a_login_that_writes_files() {
    login.tokenFile = tokenFile().toFile();
    login.envFile = envFile().toFile();
  }

  private Path tokenFile() {
    return directory.resolve("token");
  }

  private Path envFile() {
    return directory.resolve("env");
  }

  @Test
  void visibility_none_writes_files_and_sets_all_properties_except_the_token() throws Exception {
    login.visibility = "none";
    login.execute();

    var token = Files.readString(tokenFile());
    assertThat(token).isEqualTo(api.tokens().get(0));
    assertThat(Files.readAllLines(envFile()))
        .containsExactly(
            "NETNUT_TOKEN=" + token,
            "NETNUT_API_URL=" + api.url(),
            "NETNUT_TOKEN_EXPIRES_AT=" + build.property(0, "netnut.token.expiresAt"));
    assertThat(build.modules)
        .allSatisfy(
            module ->
                assertThat(module.getProperties())
                    .containsOnlyKeys(
                        "netnut.token.apiUrl", "netnut.token.expiresAt", "netnut.token.source")
                    .containsEntry("netnut.token.apiUrl", api.url()));
    assertThat(line())
        .contains("the token is in " + envFile() + " and " + tokenFile() + " until ")
        .doesNotContain(token);
    assertThat(Build.stateOf(session).writtenFiles())
        .containsExactlyInAnyOrder(tokenFile().toString(), envFile().toString());

    logout.execute();
    assertThat(build.modules).allSatisfy(module -> assertThat(module.getProperties()).isEmpty());
  }

  @Test
  void two_accounts_that_share_a_property_or_a_file_are_a_warning_that_names_both_executions()
      throws Exception {
    build.account("other", "other@example.com", PASSWORD);
    login.execution = execution("first");
    login.execute();
    assertThat(build.log.lines).noneMatch(line -> line.startsWith("WARN"));

    try (var other = new RecordingApi("other@example.com", PASSWORD)) {
      login.execution = execution("second");
      login.serverId = "other";
      login.apiUrl = other.url();
      login.execute();
    }

    assertThat(build.log.lines)
        .filteredOn(line -> line.startsWith("WARN The executions 'first' and 'second' of "))
        .hasSize(3)
        .anyMatch(line -> line.contains("tokenProperty netnut.token of every module"))
        .anyMatch(line -> line.contains("tokenFile " + tokenFile()))
        .anyMatch(line -> line.contains("envFile " + envFile()));
  }

  private static MojoExecution execution(String id) {
    return TestBuild.run("login", id, MojoExecution.Source.LIFECYCLE);
  }

  @Test
  void visibility_none_without_a_file_is_a_mistake_and_nothing_is_sent() {
    login.visibility = "none";
    login.tokenFile = null;
    login.envFile = null;

    assertThatThrownBy(login::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("tokenFile or envFile");
  }

  @Test
  void later_modules_write_the_file_again_only_if_it_is_gone() throws Exception {
    login.execute();
    Files.writeString(envFile(), "A=1\n");
    var first = Files.getLastModifiedTime(tokenFile());
    build.comeTo(1);
    login.execute();
    assertThat(envFile()).content().isEqualTo("A=1\n");
    assertThat(Files.getLastModifiedTime(tokenFile())).isEqualTo(first);

    Files.delete(tokenFile());
    login.execute();
    assertThat(tokenFile()).hasContent(build.property(1, "netnut.token"));
  }

  @Test
  void logout_removes_the_token_from_the_files() throws Exception {
    Files.writeString(envFile(), "A=1\n");
    login.execute();
    logout.execute();

    assertThat(tokenFile()).doesNotExist();
    assertThat(envFile()).content().matches("A=1\n\n+");
    assertThat(build.log.lines).last().isEqualTo("INFO Forgot the token.");

    login.execute();
    assertThat(envFile())
        .content()
        .matches(
            "A=1\n\n+NETNUT_TOKEN=\\S+\nNETNUT_API_URL=\\S+\n\n*NETNUT_TOKEN_EXPIRES_AT=\\S+\n");
  }

  @Test
  void a_token_that_a_shell_would_act_on_is_written_nowhere_if_there_is_an_env_file()
      throws Exception {
    build.environment.put("NETNUT_TOKEN", "fake;id");
    api.tokens().add("fake;id");

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("a character that a shell acts on")
        .hasMessageNotContaining("fake;id");
    assertThat(directory).isEmptyDirectory();
    assertThat(build.property(0, "netnut.token")).isNull();

    login.envFile = null;
    login.execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo("fake;id");
    assertThat(tokenFile()).content().isEqualTo("fake;id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused", "skip", "warn", "wrong parameter"})
  void an_old_token_in_the_files_is_removed_by_a_login_that_ends_without_one(String how)
      throws Exception {
    Files.writeString(tokenFile(), "fake-token-of-yesterday");
    Files.writeString(envFile(), "A=1\nNETNUT_TOKEN=fake-token-of-yesterday\nNETNUT_API_URL=x\n");
    switch (how) {
      case "refused" -> build.settings.getServers().get(0).setPassword("fake-wrong");
      case "wrong parameter" -> login.verify = "maybe";
      default -> {
        build.settings.getServers().clear();
        login.onMissingCredentials = how;
      }
    }
    login.failOnError = false;
    for (int module = 0; module < 2; module++) {
      build.comeTo(module);
      login.execute();
    }

    assertThat(tokenFile()).doesNotExist();
    assertThat(envFile()).content().matches("A=1\n\n+");
    assertThat(line())
        .startsWith("WARN ")
        .endsWith(
            " Removed the token of an earlier login from "
                + envFile()
                + " and "
                + tokenFile()
                + ": later goals must not use it.");
  }

  @Test
  void a_login_that_fails_the_build_leaves_the_files_alone() throws Exception {
    Files.writeString(tokenFile(), "fake-token-of-yesterday");
    build.settings.getServers().get(0).setPassword("fake-wrong");

    assertThatThrownBy(login::execute).isInstanceOf(MojoFailureException.class);

    assertThat(tokenFile()).hasContent("fake-token-of-yesterday");
  }

  @Test
  void one_file_for_the_bare_token_and_for_variables_is_a_mistake_and_nothing_is_sent() {
    login.tokenFile = directory.resolve("token").toFile();
    login.envFile = directory.resolve("./token").toFile();

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("tokenFile and envFile are the same file, " + login.tokenFile);
    assertThat(api.connections()).isZero();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void a_path_that_java_cannot_use_is_a_mistake_and_nothing_is_sent() {
    // As with a letter that the character set of the locale lacks.
    login.tokenFile = new File("a\0b").getAbsoluteFile();

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("The parameter 'tokenFile' is '")
        .hasMessageContaining("a\\u0000b', but it takes a path that Java can use in this locale")
        .hasMessageContaining("LC_ALL=C.UTF-8");
    assertThat(api.connections()).isZero();
  }

  @Test
  void maskInCi_in_a_daemon_is_a_warning() throws Exception {
    build.environment.put("GITHUB_ACTIONS", "true");
    session.getSystemProperties().setProperty("mvnd.home", "/opt/mvnd");
    login.maskInCi = true;
    login.execute();

    assertThat(build.log.lines)
        .filteredOn(line -> line.startsWith("WARN"))
        .singleElement()
        .asString()
        .contains("maskInCi has no effect in a daemon");
  }
}
