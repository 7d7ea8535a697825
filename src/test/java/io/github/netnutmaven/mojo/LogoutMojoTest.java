package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.testkit.RecordingApi;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class LogoutMojoTest {
  @Inject private MavenSession session;

  @Test
  void logout_forgets_the_token_and_unsets_its_properties(
      @InjectMojo(goal = "login") LoginMojo login, @InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    var build = new TestBuild(session, 2);
    build.account("netnut", Sandbox.EMAIL, Sandbox.PASSWORD);
    try (var api = Sandbox.start(0, Duration.ofHours(24), Clock.systemUTC())) {
      for (var goal : new AccountMojo[] {login, logout}) {
        build.ready(goal).apiUrl = api.url();
      }
      login.execute();
      var first = build.property(0, "netnut.token");
      logout.execute();

      assertThat(build.modules).allSatisfy(module -> assertThat(module.getProperties()).isEmpty());
      assertThat(build.log.lines).last().isEqualTo("INFO Forgot the token.");

      login.execute();
      assertThat(build.property(1, "netnut.token")).isNotNull().isNotEqualTo(first);
    }
  }

  @Test
  void logout_keeps_the_property_and_the_files_of_another_account(
      @InjectMojo(goal = "login") LoginMojo login,
      @InjectMojo(goal = "logout") LogoutMojo logout,
      @TempDir Path directory)
      throws Exception {
    var build = new TestBuild(session, 2);
    build.account("one", "one@example.com", "fake-Pa55word-for-tests");
    build.account("two", "two@example.com", "fake-Pa55word-for-tests");
    try (var one = new RecordingApi("one@example.com", "fake-Pa55word-for-tests");
        var two = new RecordingApi("two@example.com", "fake-Pa55word-for-tests")) {
      for (var each : Map.of("one", one, "two", two).entrySet()) {
        build.ready(login).apiUrl = each.getValue().url();
        login.serverId = each.getKey();
        login.tokenProperty = each.getKey() + ".token";
        login.tokenFile = directory.resolve(each.getKey()).toFile();
        login.execute();
      }
      var kept = two.tokens().get(0);
      build.ready(logout).apiUrl = one.url();
      logout.serverId = "one";
      logout.tokenProperty = "one.token";
      logout.execute();
      assertThat(directory.resolve("one")).doesNotExist();
      assertThat(build.property(0, "one.token")).isNull();
      assertThat(directory.resolve("two")).hasContent(kept);

      logout.tokenProperty = "two.token";
      logout.execute();
      assertThat(build.property(1, "two.token")).isEqualTo(kept);
      assertThat(build.log.lines)
          .last()
          .isEqualTo("INFO There was no token of o…@example.com at " + one.url() + " to forget.");
    }
  }

  @Test
  void logout_of_all_needs_no_account(@InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    var build = new TestBuild(session, 1);
    build.ready(logout);
    logout.all = true;

    logout.execute();

    assertThat(build.log.lines).containsExactly("INFO There was no token to forget.");
  }

  @Test
  void logout_keeps_a_property_that_the_plugin_did_not_set(
      @InjectMojo(goal = "logout") LogoutMojo logout) throws Exception {
    var build = new TestBuild(session, 1);
    build.modules.get(0).getProperties().setProperty("netnut.token", "from-the-pom");
    build.ready(logout);
    logout.all = true;

    logout.execute();

    assertThat(build.property(0, "netnut.token")).isEqualTo("from-the-pom");
  }
}
