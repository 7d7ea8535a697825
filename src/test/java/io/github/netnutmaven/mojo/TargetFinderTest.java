package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetFinderTest {
  private static final String URL = "https://api.invalid/v1";

  private final MavenSession session = mock(MavenSession.class);
  private final TestBuild build = new TestBuild(session, 1);
  @TempDir private Path project;

  @BeforeEach
  void a_build_with_an_account_and_an_address_among_its_options() throws IOException {
    build.account("netnut", "me@example.com", "fake-password");
    var request = new DefaultMavenExecutionRequest();
    request.setMultiModuleProjectDirectory(project.toFile());
    doReturn(request).when(session).getRequest();
    var options = new Properties();
    options.setProperty("netnut.apiUrl", URL);
    doReturn(options).when(session).getUserProperties();
    Files.createDirectory(project.resolve(".mvn"));
  }

  private Target find() throws Exception {
    return new TargetFinder(session, mock(SettingsDecrypter.class), new Environment(name -> null))
        .find(null, URL, false, Optional.empty());
  }

  private void options(String text) throws IOException {
    Files.writeString(project.resolve(".mvn/maven.config"), text);
  }

  @Test
  void a_typed_address_is_trusted() throws Exception {
    assertThat(find().trust()).isEqualTo("named in -Dnetnut.apiUrl");
  }

  @Test
  void the_projects_files_are_read_once_for_it() throws Exception {
    find();
    options("-Dnetnut.apiUrl=" + URL);

    assertThat(find().trust()).isEqualTo("named in -Dnetnut.apiUrl");
  }

  @Test
  void what_they_set_is_refused_in_each_module() throws Exception {
    options("-Dnetnut.apiUrl=" + URL);

    for (int module = 0; module < 2; module++) {
      assertThatThrownBy(this::find).hasMessageContaining("is none that you have trusted");
    }
  }
}
