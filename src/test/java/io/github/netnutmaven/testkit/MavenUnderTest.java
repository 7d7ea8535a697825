package io.github.netnutmaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

  /**
   * A process in the project that starts this Maven, perhaps by the name that {@link #writeScript}
   * gives it: with the options of the other builds, and without the developer's account.
   *
   * @param variables further variables of its environment
   */
  public ProcessBuilder process(List<?> command, Map<String, ?> variables) {
    var process =
        new ProcessBuilder(command.stream().map(Object::toString).toList())
            .directory(project)
            .redirectErrorStream(true);
    var environment = process.environment();
    environment.keySet().removeIf(name -> name.matches("(NETNUT|MAVEN)_.*"));
    environment.put("CI", "true");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.put("PATH", new File(project, "bin") + File.pathSeparator + System.getenv("PATH"));
    variables.forEach((name, value) -> environment.put(name, value.toString()));
    return process;
  }

  /** The output of a process that gets no input and has to succeed. */
  public static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    var process = builder.start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
