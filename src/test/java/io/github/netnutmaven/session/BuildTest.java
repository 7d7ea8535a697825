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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildTest {
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

  @ParameterizedTest
  @CsvSource({"DEFAULT, home.example:443 (-Dhttps.proxyHost)", "SANDBOX,"})
  void a_typed_property_names_the_proxy_but_the_sandbox_is_reached_directly(
      ApiUrlSource source, @Nullable String proxy) throws Exception {
    user.setProperty("https.proxyHost", "home.example");
    var account = new Account(ApiUrl.DEFAULT, null);
    var address = new ApiAddress(ApiUrl.DEFAULT, source, null);

    var target = new ApiTarget(address, false, account, null, null);
    assertThat(String.valueOf(build().proxyTo(target))).isEqualTo(String.valueOf(proxy));
  }

  private Build build() {
    return BuildFixture.build(session, BuildFixture.run("login", MojoExecution.Source.LIFECYCLE));
  }

  @Test
  void the_global_settings_are_named_if_the_file_exists(@TempDir Path maven) throws IOException {
    var global = maven.resolve("global.xml");
    request.setUserSettingsFile(new File("mine.xml")).setGlobalSettingsFile(global.toFile());
    assertThat(build().settingsFiles()).isEqualTo("mine.xml");

    Files.createFile(global);
    assertThat(build().settingsFiles()).isEqualTo("mine.xml or " + global);
  }
}
