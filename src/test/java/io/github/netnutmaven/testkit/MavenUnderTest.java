package io.github.netnutmaven.testkit;

import java.io.File;
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

  /** The same command as a shell script, for a test that calls {@code mvn} by its name. */
  public String script() {
    return "#!/bin/sh\nexec '" + String.join("' '", command()) + "' \"$@\"\n";
  }
}
