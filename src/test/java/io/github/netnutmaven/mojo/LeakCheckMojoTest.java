package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@MojoTest
class LeakCheckMojoTest extends LeakCheckBuilds {
  @Test
  void a_clean_module_is_reported_in_one_line() throws Exception {
    write("a.txt", "nothing");
    leakCheck.execute();

    assertClean("2 files and 0 archive entries: no token and no password found.");
  }

  @Test
  void a_leak_fails_the_build_and_is_not_repeated() throws Exception {
    write("a.log", TOKEN);
    write("b.properties", PASSWORD);

    assertThatThrownBy(leakCheck::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("a leak in 2 places:\n  target/")
        .hasMessageContaining("\n  target/a.log: the token (a log).")
        .hasMessageContaining("\n  target/b.properties: the password (a properties file).")
        .hasMessageNotContainingAny(TOKEN, PASSWORD);
    assertThat(build.log.lines).isEmpty();
  }

  @Test
  void onLeak_warn_turns_a_leak_into_a_warning() throws Exception {
    write("a.log", TOKEN);
    leakCheck.onLeak = "warn";
    leakCheck.execute();

    assertThat(line())
        .startsWith(
            "WARN Searched 2 files and 0 archive entries, and found a leak in one place:\n  target/a.log: the token");
    leakCheck.onLeak = "ignore";
    assertThatThrownBy(leakCheck::execute).hasMessageContaining("it takes one of fail, warn");
  }

  @Test
  void published_files_outside_the_build_directory_are_searched() throws Exception {
    build
        .modules
        .get(0)
        .setArtifact(artifact("jar", Files.writeString(directory.resolve("main.jar"), TOKEN)));
    attach(Files.writeString(directory.resolve("y.bin"), TOKEN));
    Files.writeString(directory.resolve("pom.xml"), PASSWORD);
    leakCheck.includes = List.of("nothing");

    assertThatThrownBy(leakCheck::execute)
        .hasMessageContaining("a leak in 3 places")
        .hasMessageContaining("\n  main.jar: the token")
        .hasMessageContaining("\n  y.bin: the token")
        .hasMessageContaining("\n  pom.xml: the password (the POM, which is published).");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_published_link_is_followed() throws Exception {
    var file = Files.writeString(directory.resolve("elsewhere"), TOKEN);
    attach(Files.createSymbolicLink(target.resolve("link.bin"), file));

    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/link.bin: the");
  }

  @Test
  void includes_and_excludes_select_files() throws Exception {
    write("a.log", TOKEN);
    write("b.txt", TOKEN);
    write("c.txt", "nothing");
    leakCheck.includes = List.of("**/*.txt");
    leakCheck.excludes = List.of("b*");
    leakCheck.execute();

    assertClean("2 files and 0 archive entries: no token and no password found.");
  }

  @Test
  void the_concurrent_builder_turns_the_result_into_a_warning() throws Exception {
    session.getRequest().setBuilderId("concurrent");
    leakCheck.execute();
    leakCheck.execute();

    assertThat(build.log.lines)
        .hasSize(3)
        .noneMatch(line -> line.contains("found"))
        .filteredOn(line -> line.startsWith("WARN "))
        .singleElement()
        .asString()
        .contains("cannot search all files of the module", "Build without -b concurrent");
    write("a.log", TOKEN);
    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/a.log: the token");
  }

  @Test
  void a_secret_in_the_interpolated_pom_is_found() throws Exception {
    build.environment.put("NETNUT_TOKEN", "fake-provided-token");
    var properties = build.modules.get(0).getProperties();
    properties.setProperty("test.token", "fake-provided-token");

    assertThatThrownBy(leakCheck::execute).hasMessageContaining("the interpolated POM: the token");
  }

  @Test
  void the_property_of_login_is_no_leak_in_the_interpolated_pom() throws Exception {
    TestBuild.forget(session);
    login.execute();
    assertThat(build.property(0, "netnut.token")).isNotNull();
    leakCheck.execute();

    assertThat(build.log.lines).last().asString().endsWith(": no token and no password found.");
  }

  @Test
  void an_archive_that_cannot_be_read_is_named_and_the_result_says_so() throws Exception {
    write("a.deb", "!<arch>\nand the rest");
    leakCheck.execute();

    assertThat(build.log.lines)
        .anyMatch(line -> line.startsWith("WARN target/a.deb "))
        .last()
        .asString()
        .endsWith(
            ": no token and no password found in them, but one could not be searched to the end, see"
                + " the warnings above.");
  }

  @Test
  void an_interrupted_search_fails_the_build() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(leakCheck::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
