package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.TokenResult;
import io.github.netnutmaven.session.SystemTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.BeforeEach;

/** A module with a token in its build, and the goal that searches it. */
abstract class LeakCheckBuilds extends AccountBuilds {
  static final String TOKEN = "fake-token-of-this-build";

  LeakCheckMojo leakCheck;
  Path target;

  @BeforeEach
  void a_module_with_a_token(@InjectMojo(goal = "leak-check") LeakCheckMojo goal) throws Exception {
    leakCheck = ready(goal);
    leakCheck.execution = TestBuild.run("leak-check", MojoExecution.Source.LIFECYCLE);
    target = Files.createDirectory(directory.resolve("target"));
    for (var each : build.modules) {
      each.getBuild().setDirectory(directory.resolve(each.getArtifactId()).toString());
    }
    var module = build.modules.get(0);
    module.setFile(Files.writeString(directory.resolve("pom.xml"), "<project/>").toFile());
    module.getBuild().setDirectory(target.toString());
    remember(TOKEN);
  }

  private void remember(String token) throws Exception {
    leakCheck
        .build()
        .memory()
        .token(
            new Account(ApiUrl.DEFAULT, EMAIL),
            Instant.EPOCH,
            new Deadline(Duration.ofSeconds(1), new SystemTiming()),
            () -> new TokenResult(new AccessToken(token, null, AccessToken.Source.LOGIN)));
  }

  final Path write(String file, String text) throws IOException {
    return Files.writeString(target.resolve(file), text);
  }

  static DefaultArtifact artifact(String type, Path file) {
    var artifact =
        new DefaultArtifact(
            "com.example", "x", "1", "compile", type, null, new DefaultArtifactHandler(type));
    artifact.setFile(file.toFile());
    return artifact;
  }

  @SuppressWarnings("deprecation") // What takes its place is a component of Maven's.
  final void attach(Path file) {
    build.modules.get(0).addAttachedArtifact(artifact("bin", file));
  }

  final void assertClean(String searched) {
    assertThat(line()).isEqualTo("INFO Searched " + searched);
  }
}
