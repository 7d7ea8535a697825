package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.session.Build;
import io.github.netnutmaven.testkit.Loopback;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MojoTest
class SandboxMojosTest extends AccountBuilds {
  private SandboxStartMojo start;

  @BeforeEach
  void a_sandbox(@InjectMojo(goal = "sandbox-start") SandboxStartMojo goal) {
    start = build.ready(goal);
  }

  @AfterEach
  void the_build_ends() {
    build.end();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<server> 'netnut' in ", "NETNUT_EMAIL)"})
  void an_account_that_the_sandbox_keeps_from_being_used_is_one_warning(String where)
      throws Exception {
    if (where.startsWith("NETNUT_EMAIL")) {
      build.settings.getServers().clear();
      build.environment.put("NETNUT_EMAIL", EMAIL);
    }
    start.execute();
    login.execute();
    check.execute();

    assertThat(build.log.lines)
        .filteredOn(line -> line.startsWith("WARN"))
        .singleElement()
        .asString()
        .contains("not the account that is configured (" + where)
        .contains("-Dnetnut.sandbox.skip");
  }

  @Test
  void a_request_with_Bearer_is_a_warning_in_the_log_of_the_build() throws Exception {
    start.execute();
    var url = URI.create(build.property(0, "netnut.sandbox.url") + "/auth/authenticated");
    var request = HttpRequest.newBuilder(url).header("Authorization", "Bearer x").build();
    HttpClient.newHttpClient().send(request, BodyHandlers.discarding());

    assertThat(build.log.lines)
        .anyMatch(line -> line.startsWith("WARN") && line.contains("takes the bare token"));
  }

  @Test
  void the_sandbox_ends_with_the_build_and_other_listeners_get_the_event() throws Exception {
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
  void a_goal_that_comes_first_starts_the_sandbox_that_the_pom_binds() throws Exception {
    build.bind(0, "sandbox-start");
    login.execute();
    start.execute();
    logout.execute();

    var url = build.property(1, "netnut.sandbox.url");
    assertThat(Build.stateOf(session).sandboxUrl()).isEqualTo(url);
    assertThat(build.log.lines)
        .filteredOn(line -> line.startsWith("INFO"))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("INFO Logged in as s***@example.com at " + url))
        .anyMatch(line -> line.startsWith("INFO Started a sandbox at " + url))
        .contains("INFO Forgot the token.");
  }

  @Test
  void a_goal_never_uses_the_real_service_because_the_sandbox_cannot_start() throws Exception {
    try (var taken = Loopback.listen()) {
      var port = TestBuild.configuration("port", String.valueOf(taken.getLocalPort()));
      build.bind(0, "sandbox-start").setConfiguration(port);
      for (var goal : new ApiMojo<?>[] {login, login, check}) {
        assertThatThrownBy(goal::execute)
            .isExactlyInstanceOf(MojoFailureException.class)
            .hasMessageContaining(taken.getLocalPort() + ", but it is taken");
      }
      assertThat(api.connections()).isZero();
    }
  }

  @Test
  void sandbox_run_waits_until_it_is_interrupted(
      @InjectMojo(goal = "sandbox-run") SandboxRunMojo run) throws Exception {
    build.ready(run);
    Thread.currentThread().interrupt();
    run.execute();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(line()).contains("Ctrl-C ends it");
  }
}
