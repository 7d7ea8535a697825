package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.testkit.BuildFixture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
  @TempDir Path home;

  private final MavenSession session = mock(MavenSession.class);
  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final Properties system = new Properties();
  private final Properties user = new Properties();

  @BeforeEach
  void a_proxy_among_the_system_properties() {
    system.setProperty("https.proxyHost", "office.example");
    doReturn(system).when(session).getSystemProperties();
    doReturn(user).when(session).getUserProperties();
    doReturn(request).when(session).getRequest();
    new BuildFixture(session, 1);
  }

  @Test
  void a_system_property_names_the_proxy() throws Exception {
    assertThat(proxy(ApiUrlSource.DEFAULT)).isEqualTo("office.example:443 (-Dhttps.proxyHost)");
  }

  @Test
  void a_typed_property_comes_before_a_system_property() throws Exception {
    user.setProperty("https.proxyHost", "home.example");

    assertThat(proxy(ApiUrlSource.DEFAULT)).startsWith("home.example:443");
  }

  @Test
  void the_sandbox_is_reached_directly() throws Exception {
    assertThat(proxy(ApiUrlSource.SANDBOX)).isEqualTo("null");
  }

  private String proxy(ApiUrlSource source) throws Exception {
    var account = new Account(ApiUrl.DEFAULT, null);
    var address = new ApiAddress(ApiUrl.DEFAULT, source, null);
    var target = new ApiTarget(address, false, account, null, null);
    return String.valueOf(build().proxyTo(target));
  }

  private Build build() {
    return BuildFixture.build(session, BuildFixture.run("login", MojoExecution.Source.LIFECYCLE));
  }

  @Test
  void the_user_settings_are_named_even_if_the_file_does_not_exist() {
    assertThat(settingsFiles(home.resolve(".m2/settings.xml"), home.resolve("global.xml")))
        .isEqualTo("~" + File.separator + ".m2" + File.separator + "settings.xml");
  }

  @Test
  void the_global_settings_are_named_if_the_file_exists(@TempDir Path maven) throws IOException {
    var global = Files.createFile(maven.resolve("settings.xml"));

    assertThat(settingsFiles(home.resolve("mine.xml"), global))
        .isEqualTo("~" + File.separator + "mine.xml or " + global);
  }

  private String settingsFiles(Path userFile, Path globalFile) {
    system.setProperty("user.home", home.toString());
    request.setUserSettingsFile(userFile.toFile()).setGlobalSettingsFile(globalFile.toFile());
    return build().settingsFiles();
  }
}
