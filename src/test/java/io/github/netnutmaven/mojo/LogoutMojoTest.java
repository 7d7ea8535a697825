package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.sandbox.Sandbox;
import java.time.Clock;
import java.time.Duration;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;

@MojoTest
class LogoutMojoTest {
  @Inject private MavenSession session;

  @Test
  void forgets_the_token_and_unsets_its_properties(
      @InjectMojo(goal = "login") LoginMojo login, @InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    var build = new TestBuild(session, 2);
    build.account("netnut", Sandbox.EMAIL, Sandbox.PASSWORD);
    try (var api = Sandbox.start(0, Duration.ofHours(24), Clock.systemUTC())) {
      for (var goal : new AccountMojo[] {login, logout}) {
        goal.setLog(build.log);
        goal.apiUrl = api.url();
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
  void forgets_every_account_without_looking_for_one(@InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    var build = new TestBuild(session, 1);
    logout.setLog(build.log);
    logout.all = true;

    logout.execute();

    assertThat(build.log.lines).containsExactly("INFO There was no token to forget.");
  }

  @Test
  void leaves_a_property_that_is_not_the_plugins(@InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    var build = new TestBuild(session, 1);
    build.modules.get(0).getProperties().setProperty("netnut.token", "from-the-pom");
    logout.setLog(build.log);
    logout.all = true;

    logout.execute();

    assertThat(build.property(0, "netnut.token")).isEqualTo("from-the-pom");
  }
}
