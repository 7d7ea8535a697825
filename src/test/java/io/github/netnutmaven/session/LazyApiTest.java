package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.auth.Credentials;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Verdict;
import io.github.netnutmaven.testkit.BuildFixture;
import io.github.netnutmaven.testkit.FaultServer;
import io.github.netnutmaven.testkit.RecordingApi;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class LazyApiTest {
  private static final Credentials ACCOUNT =
      new Credentials("me@example.com", "fake-password", "a test");

  private final MavenSession session = mock(MavenSession.class);
  private RecordingApi service;

  @BeforeEach
  void a_build_and_a_service() throws Exception {
    new BuildFixture(session, 1);
    Mockito.doReturn(new Properties()).when(session).getUserProperties();
    Mockito.doReturn(new DefaultMavenExecutionRequest()).when(session).getRequest();
    service = new RecordingApi("me@example.com", "fake-password");
  }

  @AfterEach
  void no_service_stays() {
    service.close();
  }

  private LazyApi api(String trust) throws Exception {
    return api(ApiUrlSource.PARAMETER, trust, service.url());
  }

  private LazyApi api(ApiUrlSource source, String trust, String service) throws Exception {
    var url = ApiUrl.parse(service);
    var address = new ApiAddress(url, source, trust);
    var minute = Duration.ofMinutes(1);
    return new LazyApi(
        BuildFixture.build(session, BuildFixture.run("login", MojoExecution.Source.LIFECYCLE)),
        new ApiTarget(address, false, new Account(url, null), null, null),
        new ApiParameters(
            new AccountParameters("", url, false, "netnut.token", null),
            minute,
            minute,
            0,
            "Bearer",
            "of cache=off",
            ApiParameters.MissingCredentials.FAIL),
        new Deadline(minute, new SystemTiming()));
  }

  @Test
  void sends_nothing_to_an_address_that_nobody_vouches_for() throws Exception {
    try (var api = api(null)) {
      assertThatThrownBy(() -> api.login(ACCOUNT))
          .hasMessageContaining("is not one that you trust");
      assertThatThrownBy(() -> api.check("fake-token"))
          .hasMessageContaining("is not one that you trust");
    }
    assertThat(service.connections()).isZero();
  }

  @Test
  void sends_both_calls_to_an_address_that_is_trusted() throws Exception {
    try (var api = api("a test")) {
      api.check(api.login(ACCOUNT));
    }
    assertThat(service.requests()).hasSize(2);
    assertThat(service.connections()).isEqualTo(1);
  }

  @Test
  void sends_nothing_offline_except_to_the_sandbox() throws Exception {
    Mockito.doReturn(true).when(session).isOffline();
    try (var api = api("a test")) {
      assertThat(api.check("fake-token")).isEqualTo(Verdict.unknown("Maven is offline (-o)."));
      assertThatThrownBy(() -> api.login(ACCOUNT)).hasMessageContaining("Maven is offline (-o)");
      assertThatThrownBy(api::requireOnline).hasMessageContaining("Run without -o");
    }
    try (var api = api(null)) {
      assertThatThrownBy(api::requireSafe).hasMessageContaining("is not one that you trust");
    }
    assertThat(service.connections()).isZero();
    assertThat(Build.stateOf(session).passwords()).isEmpty();

    try (var api = api(ApiUrlSource.SANDBOX, "a test", service.url())) {
      api.requireOnline();
      assertThat(api.check(api.login(ACCOUNT))).isEqualTo(Verdict.accepted());
    }
  }

  @Test
  void only_the_service_gets_the_authorization_scheme_and_only_its_password_is_remembered()
      throws Exception {
    for (var source : List.of(ApiUrlSource.SANDBOX, ApiUrlSource.PARAMETER)) {
      try (var api = api(source, "a test", service.url())) {
        var token = api.login(ACCOUNT);
        api.check(token);

        boolean isSandbox = source == ApiUrlSource.SANDBOX;
        var check = service.requests().get(service.requests().size() - 1);
        assertThat(check.headers().get("Authorization"))
            .containsExactly(isSandbox ? token : "Bearer " + token);
        assertThat(Build.stateOf(session).passwords().contains(ACCOUNT.password()))
            .isEqualTo(!isSandbox);
      }
    }
  }

  @Test
  void closing_it_closes_its_connection() throws Exception {
    try (var server = new FaultServer(FaultServer.json(200, "{\"token\":\"fake-token\"}"))) {
      var api = api(ApiUrlSource.PARAMETER, "a test", server.url());
      api.login(ACCOUNT);
      server.assertOpenConnections(1);

      api.close();

      server.assertOpenConnections(0);
    }
  }
}
