package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.RecordingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A token in a file of {@code NETNUT_TOKEN_FILE} that another job replaces during the build. */
@MojoTest
@DisabledOnOs(OS.WINDOWS)
class TokenFileOfAnotherJobTest {
  @Inject private MavenSession session;
  @TempDir private Path volume;

  private RecordingApi api;
  private TestBuild build;

  @BeforeEach
  void a_build_with_a_mounted_secret() throws IOException {
    api = new RecordingApi("me@example.com", "fake-Pa55word-for-tests");
    build = new TestBuild(session, 3);
    Files.createSymbolicLink(volume.resolve("token"), Path.of("..data", "token"));
    mount("fake-token-old");
    api.tokens().add("fake-token-old");
    build.environment.put("NETNUT_TOKEN_FILE", volume.resolve("token").toString());
  }

  @AfterEach
  void no_server_stays() {
    api.close();
  }

  /** As kubelet does it: a new directory, and the link {@code ..data} to it in one step. */
  private void mount(String token) throws IOException {
    var version = Files.createTempDirectory(volume, "..2026_");
    Files.writeString(version.resolve("token"), token + "\n");
    var link = volume.resolve("..data_tmp");
    Files.createSymbolicLink(link, version.getFileName());
    Files.move(link, volume.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private String tokenIn(int module, LoginMojo login) throws Exception {
    login.apiUrl = api.url();
    login.visibility = "project";
    build.ready(login);
    build.comeTo(module);
    login.execute();
    return build.property(module, "netnut.token");
  }

  @Test
  @InjectMojo(goal = "login")
  void a_removed_file_does_not_matter_to_later_modules(LoginMojo login) throws Exception {
    tokenIn(0, login);
    Files.delete(volume.resolve("..data"));

    assertThat(tokenIn(1, login)).isEqualTo("fake-token-old");
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  @InjectMojo(goal = "login")
  void later_modules_keep_a_replaced_token_that_is_still_accepted(LoginMojo login)
      throws Exception {
    tokenIn(0, login);
    mount("fake-token-new");

    assertThat(tokenIn(1, login)).isEqualTo("fake-token-old");
    assertThat(tokenIn(2, login)).isEqualTo("fake-token-old");
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  @InjectMojo(goal = "login")
  void later_modules_get_the_new_token_if_the_old_one_was_revoked(LoginMojo login)
      throws Exception {
    tokenIn(0, login);
    mount("fake-token-new");
    api.tokens().set(0, "fake-token-new");

    assertThat(tokenIn(1, login)).isEqualTo("fake-token-new");
    assertThat(tokenIn(2, login)).isEqualTo("fake-token-new");
    assertThat(api.requests()).hasSize(3);
  }

  @Test
  @InjectMojo(goal = "login")
  void another_account_of_the_build_reads_the_file_again(LoginMojo login) throws Exception {
    tokenIn(0, login);
    mount("fake-token-new");
    api.tokens().set(0, "fake-token-new");
    build.account("other", "other@example.com", "fake-Pa55word-for-tests");
    login.serverId = "other";

    assertThat(tokenIn(1, login)).isEqualTo("fake-token-new");
    assertThat(api.requests()).hasSize(2);
  }
}
