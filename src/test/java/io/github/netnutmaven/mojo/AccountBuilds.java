package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.RecordingApi;
import java.io.IOException;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Builds of one account, one after the other, with the goals of that account. */
abstract class AccountBuilds {
  static final String EMAIL = "me@example.com";
  static final String PASSWORD = "fake-Pa55word-for-tests";

  @Inject MavenSession session;
  @TempDir Path directory;

  RecordingApi api;
  TestBuild build;
  LoginMojo login;
  CheckMojo check;
  LogoutMojo logout;

  @BeforeEach
  void an_account_with_its_goals(
      @InjectMojo(goal = "login") LoginMojo loginGoal,
      @InjectMojo(goal = "check") CheckMojo checkGoal,
      @InjectMojo(goal = "logout") LogoutMojo logoutGoal)
      throws IOException {
    api = new RecordingApi(EMAIL, PASSWORD);
    login = loginGoal;
    check = checkGoal;
    logout = logoutGoal;
    // The harness gives all goals of a test the execution of one of them.
    login.execution = TestBuild.run("login", MojoExecution.Source.LIFECYCLE);
    check.execution = TestBuild.run("check", MojoExecution.Source.LIFECYCLE);
    logout.execution = TestBuild.run("logout", MojoExecution.Source.LIFECYCLE);
    nextBuild();
  }

  @AfterEach
  void no_server_stays() {
    api.close();
  }

  /** A new build, with the goals in its first module. */
  void nextBuild() {
    build = new TestBuild(session, 3);
    build.account("netnut", EMAIL, PASSWORD);
    ready(login);
    ready(check);
    ready(logout);
  }

  /** The only line that the goals have logged in this build. */
  String line() {
    assertThat(build.log.lines).hasSize(1);
    return build.log.lines.get(0);
  }

  <T extends AccountMojo<?>> T ready(T goal) {
    build.ready(goal).apiUrl = api.url();
    if (goal instanceof ApiMojo<?> asking) {
      asking.retries = 0;
    }
    return goal;
  }
}
