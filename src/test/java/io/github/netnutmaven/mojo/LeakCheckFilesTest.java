package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.session.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** Which files of a module are searched. */
@MojoTest
class LeakCheckFilesTest extends LeakCheckBuilds {
  private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
  private static final String CLEAN = "0 archive entries: no token and no password found.";

  @BeforeEach
  void the_build_began() {
    session.getRequest().setStartTime(Date.from(START));
  }

  /** Writes a file of the module, at a time relative to the start of the build. */
  private Path writeInModule(String name, String text, int milliseconds) throws IOException {
    var file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setLastModifiedTime(file, FileTime.from(START.plusMillis(milliseconds)));
  }

  private void assertFoundOnlyIn(String place) {
    assertThatThrownBy(leakCheck::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("a leak in one place:\n  " + place + ": the token (");
  }

  private void assertNothingFound() throws Exception {
    leakCheck.execute();
    assertThat(build.log.lines).last().asString().startsWith("INFO Searched ").endsWith(CLEAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"allure-results/a-attachment.html", "src/test/resources/mappings/a.json", "a.txt"})
  void a_file_of_the_module_that_was_written_since_the_build_began_is_searched(String name)
      throws Exception {
    writeInModule(name, TOKEN, 0);

    assertFoundOnlyIn(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".git/a", "node_modules/a", "deep/node_modules/x/a", "one/a", "one/out/a"})
  void other_modules_git_and_node_modules_are_not_searched(String name) throws Exception {
    var other = build.modules.get(1);
    other.setFile(directory.resolve("one/pom.xml").toFile());
    other.getBuild().setDirectory(directory.resolve("one/target").toString());
    writeInModule(name, TOKEN, 1);

    assertNothingFound();
  }

  @Test
  void older_files_are_not_searched() throws Exception {
    writeInModule("a", TOKEN, -1);

    assertNothingFound();
  }

  @Test
  void a_local_repository_in_the_module_is_not_searched() throws Exception {
    var manager = Mockito.mock(LocalRepositoryManager.class);
    Mockito.when(manager.getRepository())
        .thenReturn(new LocalRepository(directory.resolve(".m2/repository").toFile()));
    ((DefaultRepositorySystemSession) session.getRepositorySession())
        .setLocalRepositoryManager(manager);
    writeInModule(".m2/repository/a.jar", TOKEN, 1);

    assertNothingFound();
  }

  @Test
  void files_outside_the_build_directory_are_excluded_by_their_path_in_the_module()
      throws Exception {
    writeInModule("allure-results/a", TOKEN, 1);
    writeInModule("b", TOKEN, 1);
    leakCheck.excludes = List.of("allure-results/**");

    assertFoundOnlyIn("b");
  }

  @Test
  void a_published_file_that_was_written_in_the_module_is_searched_once() throws Exception {
    attach(writeInModule("y.bin", TOKEN, 1));

    assertFoundOnlyIn("y.bin");
  }

  @Test
  void the_files_that_login_wrote_are_no_leak_unless_they_are_attached() throws Exception {
    var file = write("token", TOKEN);
    Build.stateOf(session).writtenFiles().add(file.toAbsolutePath().normalize().toString());
    assertNothingFound();

    attach(file);
    assertFoundOnlyIn("target/token");
  }

  @Test
  void the_files_of_an_earlier_login_that_the_pom_names_are_no_leak() throws Exception {
    var execution = build.bind(0, "login");
    execution.setConfiguration(TestBuild.configuration("tokenFile", "target/a", "envFile", " "));
    build
        .modules
        .get(0)
        .getBuild()
        .getPlugins()
        .get(0)
        .setConfiguration(TestBuild.configuration("envFile", "${project.build.directory}/b"));
    write("a", TOKEN);
    write("b", TOKEN);
    assertNothingFound();

    write("c", TOKEN);
    assertFoundOnlyIn("target/c");
  }

  @Test
  void the_files_that_another_goal_names_are_searched() throws Exception {
    build.bind(0, "check").setConfiguration(TestBuild.configuration("tokenFile", "target/a"));
    write("a", TOKEN);

    assertFoundOnlyIn("target/a");
  }

  @Test
  void the_files_of_an_earlier_login_that_a_property_or_a_variable_names_are_no_leak()
      throws Exception {
    session.getUserProperties().setProperty("netnut.envFile", "target/a");
    build.modules.get(0).getProperties().setProperty("netnut.tokenFile", "target/b");
    write("a", TOKEN);
    write("b", TOKEN);
    build.environment.put("NETNUT_TOKEN_FILE", write("c", TOKEN).toString());

    assertNothingFound();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PATH=/bin\n", "x", "NETNUT_EMAIL=me\n"})
  void an_env_file_with_anything_else_in_it_is_searched(String more) throws Exception {
    var file = write("a.env", "NETNUT_TOKEN=" + TOKEN + "\n" + more);
    ownerOnly(file);

    assertFoundOnlyIn("target/a.env");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void an_env_file_that_others_can_read_is_searched() throws Exception {
    var file = write("a.env", "NETNUT_TOKEN=" + TOKEN + "\n");
    ownerOnly(file);
    assertNothingFound();

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertFoundOnlyIn("target/a.env");
  }

  private static void ownerOnly(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
