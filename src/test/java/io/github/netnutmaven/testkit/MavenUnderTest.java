package io.github.netnutmaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The Maven that an integration test runs on, for a check that starts it itself.
 *
 * @param project the test's directory: {@code target/it/maven-VERSION/GROUP/NAME}
 * @param localRepository the local repository that the plugin is installed in
 */
public record MavenUnderTest(File project, File localRepository) {
  private File tests() {
    return project.getParentFile().getParentFile();
  }

  /** The version of this Maven. */
  public String version() {
    return tests().getName().substring("maven-".length());
  }

  /** The build directory of the plugin. */
  public File target() {
    return tests().getParentFile().getParentFile();
  }

  /** Where this Maven is installed: {@code target/maven/apache-maven-VERSION}. */
  public File home() {
    return new File(target(), "maven/apache-" + tests().getName());
  }

  /** The {@code mvn} in it. */
  public String executable() {
    return new File(home(), "bin/mvn").getPath();
  }

  /** The settings that all integration tests run with. */
  public File settings() {
    return new File(tests(), "interpolated-settings.xml");
  }

  /** The command that starts it with the settings and the local repository of the tests. */
  public List<String> command() {
    return List.of(
        executable(), "-ntp", "-s", settings().getPath(), "-Dmaven.repo.local=" + localRepository);
  }

  /** Writes the same command to {@code bin/mvn} in the project, for what calls it by its name. */
  public File writeScript() throws IOException {
    var script = Path.of(project.getPath(), "bin", "mvn");
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\nexec '" + String.join("' '", command()) + "' \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return script.toFile();
  }
}
