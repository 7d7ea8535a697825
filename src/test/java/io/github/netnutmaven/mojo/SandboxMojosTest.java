package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.testkit.RecordingApi;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MojoTest
class SandboxMojosTest {
  @Inject private MavenSession session;

  private TestBuild build;

  @BeforeEach
  void a_build_with_a_real_account() {
    build = new TestBuild(session, 2);
    build.account("netnut", "real@example.com", "fake-real-password");
  }

  @AfterEach
  void the_build_ends() {
    build.end();
  }

  @Test
  void all_modules_use_one_sandbox_and_nothing_else(
      @InjectMojo(goal = "sandbox-start") SandboxStartMojo start,
      @InjectMojo(goal = "login") LoginMojo login,
      @InjectMojo(goal = "check") CheckMojo check)
      throws Exception {
    build.ready(start);
    start.execute();
    start.execute();
    var url = build.property(0, "netnut.sandbox.url");
    build.ready(login);
    login.apiUrl = "https://real.invalid";
    build.environment.put("NETNUT_TOKEN", "no token at all");
    build.environment.put("NETNUT_EMAIL", "half@a.pair");
    login.authorizationScheme = "Bearer";
    login.execute();
    build.ready(check);
    check.execute();

    assertThat(build.property(1, "netnut.sandbox.url")).isEqualTo(url);
    assertThat(build.property(1, "netnut.token.apiUrl")).isEqualTo(url);
    assertThat(build.log.lines).filteredOn(line -> line.contains("Started a sandbox")).hasSize(1);
  }

  @Test
  void the_sandbox_ends_with_the_build_and_other_listeners_get_the_event(
      @InjectMojo(goal = "sandbox-start") SandboxStartMojo start) throws Exception {
    var heard = new StringBuilder();
    var others =
        new AbstractExecutionListener() {
          @Override
          public void projectStarted(ExecutionEvent event) {
            heard.append("started ");
          }

          @Override
          public void sessionEnded(ExecutionEvent event) {
            heard.append("ended");
          }
        };
    session.getRequest().setExecutionListener(others);
    build.ready(start);
    start.execute();
    var url = URI.create(build.property(0, "netnut.sandbox.url"));
    new Socket(InetAddress.getLoopbackAddress(), url.getPort()).close();

    var listener = session.getRequest().getExecutionListener();
    listener.projectStarted(null);
    listener.sessionEnded(null);

    assertThat(heard).hasToString("started ended");
    assertThat(session.getRequest().getExecutionListener()).isSameAs(others);
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), url.getPort()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void a_skipped_sandbox_changes_nothing(@InjectMojo(goal = "sandbox-start") SandboxStartMojo start)
      throws Exception {
    start.skipSandbox = true;
    start.execute();

    assertThat(build.property(0, "netnut.sandbox.url")).isNull();
    assertThat(BuildState.of(session).sandboxUrl()).isNull();
  }

  @Test
  void a_goal_that_comes_first_starts_the_sandbox_that_the_pom_binds(
      @InjectMojo(goal = "login") LoginMojo login,
      @InjectMojo(goal = "sandbox-start") SandboxStartMojo start,
      @InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    build.bind(0, "sandbox-start");
    for (var goal : new NetnutMojo[] {login, start, logout}) {
      build.ready(goal).execute();
    }

    var url = build.property(1, "netnut.sandbox.url");
    assertThat(BuildState.of(session).sandboxUrl()).isEqualTo(url);
    assertThat(build.log.lines)
        .hasSize(3)
        .anyMatch(line -> line.startsWith("INFO Logged in as s…@example.com at " + url))
        .anyMatch(line -> line.startsWith("INFO Started a sandbox at " + url))
        .contains("INFO Forgot the token.");
  }

  @Test
  void a_goal_never_uses_the_real_service_because_the_sandbox_cannot_start(
      @InjectMojo(goal = "login") LoginMojo login, @InjectMojo(goal = "check") CheckMojo check)
      throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        var real = new RecordingApi("real@example.com", "fake-real-password")) {
      var port = TestBuild.configuration("port", String.valueOf(taken.getLocalPort()));
      build.bind(0, "sandbox-start").setConfiguration(port);
      for (var goal : new ApiMojo[] {login, login, check}) {
        goal.apiUrl = real.url();
        build.comeTo(0);

        assertThatThrownBy(goal::execute)
            .isExactlyInstanceOf(MojoFailureException.class)
            .hasMessageContaining(taken.getLocalPort() + ", but it is taken");
      }
      assertThat(real.connections()).isZero();
    }
  }

  @Test
  void a_port_that_is_taken_or_out_of_range_is_a_mistake_of_the_user(
      @InjectMojo(goal = "sandbox-start") SandboxStartMojo start) throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      start.port = taken.getLocalPort();

      assertThatThrownBy(start::execute)
          .isExactlyInstanceOf(MojoFailureException.class)
          .hasMessageContaining(taken.getLocalPort() + ", but it is taken");
    }
    start.port = 70000;
    assertThatThrownBy(start::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("is '70000', but it takes a number");
  }

  @Test
  void sandbox_run_waits_until_it_is_interrupted(
      @InjectMojo(goal = "sandbox-run") SandboxRunMojo run) throws Exception {
    build.ready(run);
    Thread.currentThread().interrupt();
    run.execute();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(build.log.lines).singleElement().asString().contains("Ctrl-C ends it");
  }
}
