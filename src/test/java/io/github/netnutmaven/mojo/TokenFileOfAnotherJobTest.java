package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A token in a file of {@code NETNUT_TOKEN_FILE} that another job replaces during the build. */
@MojoTest
@DisabledOnOs(OS.WINDOWS)
class TokenFileOfAnotherJobTest extends AccountBuilds {
  @BeforeEach
  void a_build_with_a_mounted_secret() throws IOException {
    build.settings.getServers().clear();
    login.visibility = "project";
    Files.createSymbolicLink(directory.resolve("token"), Path.of("..data", "token"));
    mount("fake-token-old");
    api.tokens().add("fake-token-old");
    build.environment.put("NETNUT_TOKEN_FILE", directory.resolve("token").toString());
  }

  /** As kubelet does it: a new directory, and the link {@code ..data} to it in one step. */
  private void mount(String token) throws IOException {
    var version = Files.createTempDirectory(directory, "..2026_");
    Files.writeString(version.resolve("token"), token + "\n");
    var link = directory.resolve("..data_tmp");
    Files.createSymbolicLink(link, version.getFileName());
    Files.move(link, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
  }

  private String tokenIn(int module) throws Exception {
    build.comeTo(module);
    login.execute();
    return build.property(module, "netnut.token");
  }

  @Test
  void a_removed_file_does_not_matter_to_later_modules() throws Exception {
    tokenIn(0);
    Files.delete(directory.resolve("..data"));

    assertThat(tokenIn(1)).isEqualTo("fake-token-old");
    assertThat(api.requests()).hasSize(1);
  }

  @Test
  void later_modules_keep_a_replaced_token_that_is_still_accepted() throws Exception {
    tokenIn(0);
    mount("fake-token-new");

    assertThat(tokenIn(1)).isEqualTo("fake-token-old");
    assertThat(tokenIn(2)).isEqualTo("fake-token-old");
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void later_modules_get_the_new_token_if_the_old_one_was_revoked() throws Exception {
    tokenIn(0);
    mount("fake-token-new");
    api.tokens().set(0, "fake-token-new");

    assertThat(tokenIn(1)).isEqualTo("fake-token-new");
    assertThat(tokenIn(2)).isEqualTo("fake-token-new");
    assertThat(api.requests()).hasSize(3);
  }

  @Test
  void another_account_of_the_build_reads_the_file_again() throws Exception {
    tokenIn(0);
    mount("fake-token-new");
    api.tokens().set(0, "fake-token-new");
    build.account("other", "other@example.com", PASSWORD);
    login.serverId = "other";

    assertThat(tokenIn(1)).isEqualTo("fake-token-new");
    assertThat(api.requests()).hasSize(2);
  }
}
