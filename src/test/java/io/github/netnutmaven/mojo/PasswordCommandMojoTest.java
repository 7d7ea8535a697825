package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import io.github.netnutmaven.session.Build;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the goals run a password command, and how often. */
@MojoTest
@DisabledOnOs(OS.WINDOWS)
class PasswordCommandMojoTest extends AccountBuilds {
  @BeforeEach
  void a_build_whose_password_comes_from_a_command() throws IOException {
    build.settings.getServers().clear();
    build.environment.put("NETNUT_EMAIL", EMAIL);
    build.environment.put("PATH", System.getenv("PATH"));
    build.environment.put("HOME", directory.toString());
    prints("echo " + PASSWORD);
  }

  /** The command notes each run in a file. */
  private String prints(String body) throws IOException {
    var script = directory.resolve("script");
    Files.writeString(script, "echo run >> " + directory.resolve("runs") + "\n" + body + "\n");
    build.environment.put("NETNUT_PASSWORD_COMMAND", "sh " + script);
    return "sh " + script;
  }

  private int runs() throws IOException {
    var runs = directory.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  @Test
  void a_second_login_of_the_account_runs_the_command_again_and_no_more() throws Exception {
    login.execute();
    logout.execute();
    login.execute();
    login.execute();

    assertThat(runs()).isEqualTo(2);
    assertThat(api.logins()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 1", ":", "printf 'a\\000b'", "kill -9 $$"})
  void after_a_failed_command_nothing_is_sent_and_it_does_not_run_again(String body)
      throws Exception {
    prints(body);
    for (int module = 0; module < 2; module++) {
      assertThatThrownBy(login::execute)
          .isExactlyInstanceOf(MojoFailureException.class)
          .hasMessageContaining("the command in NETNUT_PASSWORD_COMMAND, but it ");
    }

    assertThat(runs()).isEqualTo(1);
    assertThat(api.connections()).isZero();
  }

  @Test
  void without_a_login_the_command_does_not_run() throws Exception {
    api.tokens().add("fake-provided");
    build.environment.put("NETNUT_TOKEN", "fake-provided");
    login.execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo("fake-provided");

    TestBuild.forget(session);
    build.environment.remove("NETNUT_TOKEN");
    login.apiUrl = "https://foreign.invalid/v1";
    assertThatThrownBy(login::execute).hasMessageContaining("nothing was sent");

    TestBuild.forget(session);
    lenient().doReturn(true).when(session).isOffline();
    ready(login);
    assertThatThrownBy(login::execute).hasMessageContaining("Maven is offline");
    assertThat(runs()).isZero();
  }

  @Test
  void leak_check_does_not_run_the_command_and_knows_the_password_of_a_login(
      @InjectMojo(goal = "leak-check") LeakCheckMojo leakCheck) throws Exception {
    var module = build.modules.get(0);
    module.setFile(Files.writeString(directory.resolve("pom.xml"), "<project/>").toFile());
    var target = Files.createDirectory(directory.resolve("target"));
    module.getBuild().setDirectory(target.toString());
    Files.writeString(target.resolve("a.log"), PASSWORD);

    ready(leakCheck).execute();
    assertThat(build.log.lines)
        .contains(
            "INFO Does not look for the password: it comes from the command in"
                + " NETNUT_PASSWORD_COMMAND.");
    assertThat(runs()).isZero();

    login.execute();
    assertThatThrownBy(() -> ready(leakCheck).execute())
        .hasMessageContaining("target/a.log: the password")
        .hasMessageNotContaining(PASSWORD);
    assertThat(runs()).isEqualTo(1);
    assertThat(Build.stateOf(session).passwords()).containsExactly(PASSWORD);
  }
}
