package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@MojoTest
@DisabledOnOs(OS.WINDOWS)
class ExecMojoTest extends AccountBuilds {
  private ExecMojo exec;

  @BeforeEach
  void a_program(@InjectMojo(goal = "exec") ExecMojo goal) {
    exec = ready(goal);
    exec.execution = TestBuild.run("exec", MojoExecution.Source.LIFECYCLE);
    exec.workingDirectory = directory.toFile();
    build.environment.put("PATH", System.getenv("PATH"));
  }

  private Path file() {
    return directory.resolve("seen");
  }

  @Test
  void a_program_gets_the_token_of_this_build() throws Exception {
    login.execute();
    build.log.lines.clear();
    exec.command = "sh -c 'printf $TOKEN > seen'";
    exec.envVariable = "TOKEN";
    exec.execute();

    assertThat(file()).hasContent(build.property(0, "netnut.token"));
    assertThat(line()).isEqualTo("INFO Passing this build's token to TOKEN of sh.");
    assertThat(api.tokens()).hasSize(1);
  }

  @Test
  void a_program_that_is_missing_or_not_executable_is_named_without_its_arguments()
      throws Exception {
    Files.createFile(file());
    for (var program : List.of("no-such-program", file().toString(), "./seen")) {
      exec.executable = program;
      exec.arguments = List.of("fake-argument");
      assertThatThrownBy(exec::execute)
          .isExactlyInstanceOf(MojoFailureException.class)
          .hasMessageContaining("Tried to run " + Path.of(program).getFileName() + ", but ")
          .hasMessageNotContaining("fake-argument");
    }
  }

  @Test
  void a_wrong_parameter_fails_before_a_request() {
    assertRefused("takes either 'command', or 'executable'");
    exec.command = "sh -c true";
    exec.executable = "sh";
    assertRefused("takes either 'command', or 'executable'");
    exec.executable = null;
    exec.arguments = List.of("more");
    assertRefused("takes either 'command', or 'executable'");
    exec.arguments = List.of();
    exec.command = "cat a | b";
    assertRefused("there is no shell");
    exec.command = "true";
    exec.envVariable = "NETNUT_PASSWORD";
    assertRefused("'envVariable' is 'NETNUT_PASSWORD'");
    exec.envVariable = "NETNUT_TOKEN";
    exec.workingDirectory = file().toFile();
    assertRefused("'workingDirectory' is '");
    exec.workingDirectory = directory.toFile();
    exec.verify = "maybe";
    assertRefused("'verify' is 'maybe'");
    assertThat(api.connections()).isZero();
  }

  private void assertRefused(String why) {
    assertThatThrownBy(exec::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining(why);
  }

  @Test
  void without_credentials_nothing_runs() throws Exception {
    build.settings.getServers().clear();
    exec.command = "touch seen";
    exec.onMissingCredentials = "skip";
    exec.execute();

    assertThat(file()).doesNotExist();
    assertThat(line()).startsWith("INFO Did not run netnut:exec: there are no credentials");
  }
}
