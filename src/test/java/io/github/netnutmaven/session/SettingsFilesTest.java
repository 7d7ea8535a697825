package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {
  @TempDir Path home;

  @Test
  void the_user_settings_are_named_even_if_the_file_does_not_exist() throws Exception {
    assertThat(named(home.resolve(".m2/settings.xml"), home.resolve("global.xml")))
        .isEqualTo("~" + File.separator + ".m2" + File.separator + "settings.xml");
  }

  @Test
  void the_global_settings_are_named_if_the_file_exists(@TempDir Path maven) throws IOException {
    var global = Files.createFile(maven.resolve("settings.xml"));

    assertThat(named(home.resolve("mine.xml"), global))
        .isEqualTo("~" + File.separator + "mine.xml or " + global);
  }

  private String named(Path user, Path global) {
    var session = mock(MavenSession.class);
    var properties = new Properties();
    properties.setProperty("user.home", home.toString());
    when(session.getSystemProperties()).thenReturn(properties);
    when(session.getRequest())
        .thenReturn(
            new DefaultMavenExecutionRequest()
                .setUserSettingsFile(user.toFile())
                .setGlobalSettingsFile(global.toFile()));
    return SettingsFiles.of(session);
  }
}
