package io.github.netnutmaven.session;

import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.testkit.BuildFixture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with an account in the own settings of a user, whose targets are resolved. */
abstract class ApiTargets {
  static final String GATEWAY = "https://gateway.invalid/v1";
  final MavenSession session = mock(MavenSession.class);
  final BuildFixture build = new BuildFixture(session, 1);
  final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
  final Map<String, String> variables = new HashMap<>();
  @TempDir Path home;

  @BeforeEach
  void a_user_with_an_account() {
    build.account("netnut", "me@example.com", "fake-password");
    doReturn(request).when(session).getRequest();
    variables.put(File.separatorChar == '/' ? "HOME" : "USERPROFILE", home.toString());
    request.setUserSettingsFile(home.resolve(".m2/settings.xml").toFile());
  }

  /** Configures the server as Maven gives it, and writes the same text to the user's own file. */
  final void configure(String... namesAndValues) throws IOException {
    var server = build.settings.getServer("netnut");
    server.setConfiguration(BuildFixture.configuration(namesAndValues));
    write(request.getUserSettingsFile().toPath(), server.getConfiguration().toString());
  }

  /** Writes a settings file with this {@code <configuration>} of the server. */
  final void write(Path file, String configuration) throws IOException {
    Files.createDirectories(file.getParent());
    var server =
        "<server><id>netnut</id>" + configuration.replaceAll("<\\?.*\\?>", "") + "</server>";
    Files.writeString(file, "<settings><servers>" + server + "</servers></settings>");
  }

  final ApiTarget find(String apiUrl) throws Exception {
    return find(null, apiUrl);
  }

  final ApiTarget find(String serverId, String apiUrl) throws Exception {
    var goal = BuildFixture.run("login", MojoExecution.Source.LIFECYCLE);
    return new ApiTargetResolver(BuildFixture.build(session, goal, variables::get, warning -> {}))
        .target(
            new AccountParameters(
                serverId,
                apiUrl == null ? null : ApiUrl.parse(apiUrl),
                false,
                "netnut.token",
                null));
  }
}
