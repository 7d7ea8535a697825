package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS) // Links need rights there.
class ProjectDirectoriesTest {
  @TempDir private Path temporary;

  private Path project;
  private Path home;

  @BeforeEach
  void create_a_project_and_a_home() throws IOException {
    // On macOS the temporary directory itself is behind a link.
    var top = temporary.toRealPath();
    project = Files.createDirectories(top.resolve("code/project"));
    home = Files.createDirectories(top.resolve("home"));
  }

  private static boolean isProjects(Path file, Path... directories) {
    return new ProjectDirectories(List.of(directories), List.of()).contain(file);
  }

  private static Path file(Path path) throws IOException {
    Files.createDirectories(path.getParent());
    return Files.createFile(path);
  }

  @Test
  void a_file_in_any_directory_of_the_project_is_the_projects_at_any_depth() throws Exception {
    assertThat(isProjects(file(project.resolve("s.xml")), project)).isTrue();
    assertThat(isProjects(file(project.resolve("a/b/s.xml")), home, project)).isTrue();
    assertThat(isProjects(file(home.resolve("s.xml")), project)).isFalse();
    assertThat(isProjects(project.resolve("missing.xml"), project)).isFalse();
  }

  @Test
  void a_directory_whose_name_begins_with_the_projects_name_is_not_the_projects() throws Exception {
    var neighbour = project.resolveSibling("project-2").resolve("s.xml");

    assertThat(isProjects(file(neighbour), project)).isFalse();
  }

  @Test
  void a_link_into_the_project_is_the_projects() throws Exception {
    file(project.resolve("s.xml"));
    var link = Files.createSymbolicLink(home.resolve("s.xml"), project.resolve("s.xml"));

    assertThat(isProjects(link, project)).isTrue();
  }

  @Test
  void a_link_in_the_project_is_the_projects_wherever_it_leads() throws Exception {
    file(home.resolve("s.xml"));
    var link = Files.createSymbolicLink(project.resolve("s.xml"), home.resolve("s.xml"));

    assertThat(isProjects(link, project)).isTrue();
  }

  @Test
  void a_link_to_a_directory_of_the_project_is_followed() throws Exception {
    file(project.resolve("conf/s.xml"));
    var link = Files.createSymbolicLink(home.resolve("conf"), project.resolve("conf"));

    assertThat(isProjects(link.resolve("s.xml"), project)).isTrue();
  }

  @Test
  void a_project_behind_a_link_is_the_same_project() throws Exception {
    var link = Files.createSymbolicLink(home.resolve("project"), project);

    assertThat(isProjects(file(project.resolve("s.xml")), link)).isTrue();
    assertThat(isProjects(link.resolve("s.xml"), project)).isTrue();
    assertThat(isProjects(file(home.resolve("s.xml")), link)).isFalse();
  }

  @Test
  void dots_in_a_name_do_not_lead_out() throws Exception {
    file(project.resolve("s.xml"));

    assertThat(isProjects(project.resolve("../project/./s.xml"), project)).isTrue();
    assertThat(isProjects(home.resolve("../code/project/s.xml"), project)).isTrue();
  }

  @Test
  void dots_in_the_name_of_the_project_do_not_hide_it() throws Exception {
    assertThat(isProjects(file(project.resolve("s.xml")), home.resolve("../code/project")))
        .isTrue();
    var elsewhere = Files.createSymbolicLink(home.resolve("s.xml"), project.resolve("s.xml"));
    assertThat(isProjects(elsewhere, project.resolve("../project"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".git", ".hg", ".svn"})
  void the_whole_checkout_around_a_module_is_the_projects(String name) throws Exception {
    var module = Files.createDirectories(project.resolve("deep/module"));
    var settings = file(project.resolve("conf/s.xml"));
    assertThat(isProjects(settings, module)).isFalse();

    Files.createDirectory(project.resolve(name));
    assertThat(isProjects(settings, module)).isTrue();
    assertThat(isProjects(file(home.resolve("s.xml")), module)).isFalse();
  }

  @Test
  void a_checkout_within_a_checkout_does_not_hide_the_outer_one() throws Exception {
    var module = Files.createDirectories(project.resolve("sub"));
    Files.createFile(module.resolve(".git"));
    Files.createDirectory(project.resolve(".git"));

    assertThat(isProjects(file(project.resolve("s.xml")), module)).isTrue();
  }

  @Test
  void a_checkout_behind_a_link_is_found() throws Exception {
    var module = Files.createDirectories(project.resolve("module"));
    Files.createDirectory(project.resolve(".git"));
    var link = Files.createSymbolicLink(home.resolve("module"), module);

    assertThat(isProjects(file(project.resolve("s.xml")), link)).isTrue();
  }

  @Test
  void the_local_repository_is_the_projects_but_not_a_checkout_around_it() throws Exception {
    var repository = Files.createDirectories(home.resolve(".m2/repository"));
    Files.createDirectory(home.resolve(".git"));
    var directories = new ProjectDirectories(List.of(project), List.of(repository));

    assertThat(directories.contain(file(repository.resolve("a/s.xml")))).isTrue();
    assertThat(directories.contain(file(home.resolve(".m2/settings.xml")))).isFalse();
  }

  @Test
  void a_file_whose_real_path_cannot_be_found_is_the_projects() throws Exception {
    var loop = Files.createSymbolicLink(home.resolve("loop"), home.resolve("loop"));

    assertThat(isProjects(loop, project)).isTrue();
  }

  @Test
  void a_file_on_a_network_share_is_the_projects() throws Exception {
    var withShare =
        Configuration.windows().toBuilder().setRoots("C:\\", "\\\\evil\\share\\").build();
    try (var windows = Jimfs.newFileSystem(withShare)) {
      var home = Files.createDirectories(windows.getPath("C:\\Users\\me"));
      var own = Files.createFile(home.resolve("s.xml"));
      var share = Files.createFile(windows.getPath("\\\\evil\\share\\s.xml"));
      var toShare = Files.createSymbolicLink(home.resolve("link.xml"), share);
      var toOwn = Files.createSymbolicLink(share.resolveSibling("link.xml"), own);

      assertThat(isProjects(own, windows.getPath("C:\\work"))).isFalse();
      for (var file : List.of(share, toShare, toOwn)) {
        assertThat(isProjects(file, windows.getPath("C:\\work"))).as("%s", file).isTrue();
      }
    }
  }

  @Test
  void a_project_directory_that_does_not_exist_is_ignored() throws Exception {
    var missing = home.resolve("missing");

    assertThat(isProjects(file(project.resolve("s.xml")), missing, project)).isTrue();
    assertThat(isProjects(file(home.resolve("s.xml")), missing, project)).isFalse();
  }
}
