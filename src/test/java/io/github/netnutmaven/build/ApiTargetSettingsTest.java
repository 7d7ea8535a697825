package io.github.netnutmaven.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.testkit.BuildFixture;
import java.io.File;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ApiTargetSettingsTest extends ApiTargets {
  @Test
  void the_server_of_settings_outside_the_project_vouches_for_its_address() throws Exception {
    serverUrl(GATEWAY);
    var target = find(null);

    assertThat(target.address().source()).isEqualTo(ApiUrlSource.SERVER);
    assertThat(target.trust()).startsWith("named in <server> 'netnut' in ");
    target.requireSafe();
  }

  @Test
  void an_interpolated_address_is_not_vouched_for() throws Exception {
    serverUrl(GATEWAY);
    var settings = request.getUserSettingsFile().toPath();
    Files.writeString(settings, "<settings><apiUrl>${env.GATEWAY}</apiUrl></settings>");
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");

    BuildFixture.forget(session);
    Files.writeString(settings, "<apiUrl>" + GATEWAY + "/more</apiUrl>");
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");

    BuildFixture.forget(session);
    Files.delete(settings);
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void the_settings_are_looked_at_once_in_a_build() throws Exception {
    serverUrl(GATEWAY);
    find(null).requireSafe();
    Files.delete(request.getUserSettingsFile().toPath());

    find(null).requireSafe();
  }

  @Test
  @EnabledOnOs(OS.LINUX) // Where there is a file whose reading always fails.
  void settings_that_cannot_be_read_again_vouch_for_nothing() throws Exception {
    serverUrl(GATEWAY);
    request.setUserSettingsFile(new File("/proc/self/mem"));

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void global_settings_outside_the_project_vouch_as_well() throws Exception {
    serverUrl(GATEWAY);
    request.setGlobalSettingsFile(request.getUserSettingsFile());
    request.setUserSettingsFile(null);

    find(null).requireSafe();
  }

  @Test
  void a_server_of_settings_inside_the_project_has_an_account_and_vouches_for_nothing()
      throws Exception {
    serverUrl(GATEWAY);
    settings(project);
    var target = find(null);

    assertThat(target.url()).hasToString(GATEWAY);
    assertThat(target.source()).isNotNull();
    assertThatThrownBy(target::requireSafe).hasMessageContaining("set by the <server>");
  }

  @Test
  void global_settings_inside_the_project_count_like_the_users() throws Exception {
    serverUrl(GATEWAY);
    var global = Files.createFile(project.resolve("global.xml"));
    request.setGlobalSettingsFile(global.toFile());

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void settings_where_maven_was_started_are_the_projects() throws Exception {
    serverUrl(GATEWAY);
    request.setMultiModuleProjectDirectory(home.toFile());
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");

    BuildFixture.forget(session);
    request.setMultiModuleProjectDirectory(null);
    request.setBaseDirectory(home.toFile());
    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void settings_in_the_local_repository_vouch_for_nothing() throws Exception {
    serverUrl(GATEWAY);
    var repositories = new DefaultRepositorySystemSession();
    var manager = mock(LocalRepositoryManager.class);
    doReturn(new LocalRepository(home.toFile())).when(manager).getRepository();
    repositories.setLocalRepositoryManager(manager);
    doReturn(repositories).when(session).getRepositorySession();

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void a_server_without_its_whole_account_vouches_for_nothing() throws Exception {
    serverUrl(GATEWAY);
    build.settings.getServer("netnut").setPassword("${env.NOT_SET}");

    assertThatThrownBy(find(null)::requireSafe).hasMessageContaining("nothing was sent");
  }

  @Test
  void a_project_without_a_file_has_no_directory() throws Exception {
    serverUrl(GATEWAY);
    build.modules.get(0).setFile(null);
    doReturn(List.copyOf(build.modules)).when(session).getAllProjects();

    find(null).requireSafe();
  }
}
