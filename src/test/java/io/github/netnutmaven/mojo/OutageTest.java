package io.github.netnutmaven.mojo;

import static io.github.netnutmaven.testkit.FaultServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.SilentServer;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** The service is down for hours or busy, and many builds of many modules want a token. */
@MojoTest
class OutageTest {
  private static final int BUILDS = 3;
  private static final int MODULES = 40;

  @Inject private MavenSession session;

  @Test
  @InjectMojo(goal = "login")
  void an_outage_costs_one_round_of_requests_and_one_message_per_build(LoginMojo login)
      throws Exception {
    try (var down = new SilentServer()) {
      for (int i = 0; i < BUILDS; i++) {
        var build = new TestBuild(session, MODULES);
        build.account("netnut", "me@example.com", "fake-Pa55word-for-tests");
        build.ready(login);
        login.apiUrl = "http://127.0.0.1:" + down.port() + "/v1";
        login.retries = 1;
        login.failOnError = false;
        for (int module = 0; module < MODULES; module++) {
          build.comeTo(module);
          login.execute();
        }

        assertThat(build.log.lines).singleElement().asString().startsWith("WARN Tried to log in");
      }

      assertThat(down.connections()).isEqualTo(BUILDS * 2);
      login.failOnError = true;
      assertThatThrownBy(login::execute).isInstanceOf(MojoExecutionException.class);
      assertThat(down.connections()).isEqualTo(BUILDS * 2);
    }
  }

  @Test
  @InjectMojo(goal = "login")
  void a_long_wait_for_a_busy_service_is_a_line_before_it_begins(LoginMojo login) throws Exception {
    try (var busy = new FaultServer(text("HTTP/1.1 503 X\r\nRetry-After: 20\r\n", ""))) {
      var build = new TestBuild(session, 1);
      build.account("netnut", "me@example.com", "fake-Pa55word-for-tests");
      build.environment.put("NETNUT_API_URL", busy.url());
      build.ready(login);
      login.setLog(
          new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
              build.log.info(line);
              Thread.currentThread().interrupt();
            }
          });

      assertThatThrownBy(login::execute).hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(build.log.lines)
          .singleElement()
          .asString()
          .matches("INFO Waiting up to 2[0-9] s for the next try: .*\\(503\\).*");
    }
  }
}
