package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;

import io.github.netnutmaven.build.BuildState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with a token that a commit could add, in real working copies. */
@MojoTest
class FilesToCommitTest {
  @Inject private MavenSession session;
  @TempDir private Path base;

  @ParameterizedTest
  @CsvSource({
    // Where .git is, what .gitignore has, the file, whether it is tracked, whether there is a
    // warning.
    "project, '',      job.env,           false, true",
    "'',      '',      job.env,           false, true",
    "project, *.env,   job.env,           false, false",
    "project, *.env,   job.env,           true,  true",
    "project, '',      target/job.env,    false, false",
    "project, '',      ../outside.env,    false, false",
    "other,   '',      ../other/job.env,  false, false",
    "none,    '',      job.env,           false, false",
  })
  void a_file_of_login_that_git_does_not_ignore_is_a_warning(
      String repository,
      String ignored,
      String name,
      boolean isTracked,
      boolean isWarning,
      @InjectMojo(goal = "leak-check") LeakCheckMojo check)
      throws Exception {
    var project = Files.createDirectories(base.resolve("project"));
    var build = new TestBuild(session, 1);
    build.account("netnut", "me@example.com", "fake-Pa55word-for-tests");
    var module = build.modules.get(0);
    module.setFile(Files.writeString(project.resolve("pom.xml"), "<project/>").toFile());
    module.getBuild().setDirectory(Files.createDirectory(project.resolve("target")).toString());
    lenient().doReturn(build.modules).when(session).getAllProjects();
    if (!repository.equals("none")) {
      var root = Files.createDirectories(base.resolve(repository));
      git(root, "init", "--quiet");
      Files.writeString(root.resolve(".gitignore"), ignored);
    }
    var file = Files.writeString(project.resolve(name).normalize(), "NETNUT_TOKEN=fake");
    if (isTracked) {
      git(project, "add", "--force", name);
    }
    BuildState.of(session).writtenFiles().add(file.toString());

    build.ready(check).execute();

    assertThat(build.log.lines.stream().filter(line -> line.startsWith("WARN ")))
        .hasSize(isWarning ? 1 : 0)
        .allMatch(line -> line.contains("wrote the token to " + file + ", which git does not"));
  }

  private static void git(Path directory, String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).directory(directory.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }
}
