package io.github.netnutmaven.build;

import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.config.Environment;
import io.github.netnutmaven.testkit.BuildFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with an account in settings outside of it, whose targets are resolved. */
abstract class ApiTargets {
  static final String GATEWAY = "https://gateway.invalid/v1";
  final MavenSession session = mock(MavenSession.class);
  final BuildFixture build = new BuildFixture(session, 1);
  final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  final Map<String, String> variables = new HashMap<>();
  @TempDir Path project;
  @TempDir Path home;

  @BeforeEach
  void a_project_with_an_account_outside_of_it() throws IOException {
    build.account("netnut", "me@example.com", "fake-password");
    build.modules.get(0).setFile(project.resolve("pom.xml").toFile());
    doReturn(build.modules).when(session).getAllProjects();
    doReturn(request).when(session).getRequest();
    settings(home);
  }

  final void settings(Path directory) throws IOException {
    var text = "<settings>…<apiUrl>" + GATEWAY + "</apiUrl>…</settings>";
    request.setUserSettingsFile(
        Files.writeString(directory.resolve("settings.xml"), text).toFile());
  }

  final void serverUrl(String url) {
    configure("apiUrl", url);
  }

  final void configure(String... namesAndValues) {
    var server = build.settings.getServer("netnut");
    server.setConfiguration(BuildFixture.configuration(namesAndValues));
  }

  final ApiTarget find(String apiUrl) throws Exception {
    return find(null, apiUrl);
  }

  final ApiTarget find(String serverId, String apiUrl) throws Exception {
    return new ApiTargetResolver(
            session, mock(SettingsDecrypter.class), new Environment(variables::get))
        .find(serverId, apiUrl == null ? null : ApiUrl.parse(apiUrl), false);
  }
}
