package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.RecordingApi;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class LogoutMojoTest extends AccountBuilds {
  @Test
  void logout_keeps_the_property_and_the_files_of_another_account() throws Exception {
    login.tokenFile = directory.resolve("one").toFile();
    login.execute();
    build.account("two", "two@example.com", PASSWORD);
    try (var two = new RecordingApi("two@example.com", PASSWORD)) {
      login.apiUrl = two.url();
      login.serverId = "two";
      login.tokenProperty = "two.token";
      login.tokenFile = directory.resolve("two").toFile();
      login.execute();
      var kept = two.tokens().get(0);
      logout.execute();
      assertThat(directory.resolve("one")).doesNotExist();
      assertThat(build.property(0, "netnut.token")).isNull();
      assertThat(directory.resolve("two")).hasContent(kept);

      logout.tokenProperty = "two.token";
      logout.execute();
      assertThat(build.property(1, "two.token")).isEqualTo(kept);
      assertThat(build.log.lines)
          .last()
          .isEqualTo("INFO There was no token of m***@example.com at " + api.url() + " to forget.");
    }
  }

  @Test
  void logout_of_all_needs_no_account() throws Exception {
    build.settings.getServers().clear();
    logout.all = true;
    logout.execute();

    assertThat(line()).isEqualTo("INFO There was no token to forget.");
  }

  @Test
  void logout_keeps_a_property_that_the_plugin_did_not_set() throws Exception {
    build.modules.get(0).getProperties().setProperty("netnut.token", "from-the-pom");
    logout.all = true;
    logout.execute();

    assertThat(build.property(0, "netnut.token")).isEqualTo("from-the-pom");
  }
}
