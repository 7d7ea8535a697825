package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiAddress;
import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.ApiUrlSource;
import io.github.netnutmaven.testkit.BuildFixture;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildProxyTest {
  private final MavenSession session = mock(MavenSession.class);
  private final Properties system = new Properties();
  private final Properties user = new Properties();

  @BeforeEach
  void a_proxy_among_the_system_properties() {
    system.setProperty("https.proxyHost", "office.example");
    doReturn(system).when(session).getSystemProperties();
    doReturn(user).when(session).getUserProperties();
    doReturn(new DefaultMavenExecutionRequest()).when(session).getRequest();
    new BuildFixture(session, 1);
  }

  @Test
  void a_system_property_names_the_proxy() throws Exception {
    assertThat(proxy(ApiUrlSource.DEFAULT)).isEqualTo("office.example:443 (-Dhttps.proxyHost)");
  }

  @Test
  void a_typed_property_comes_before_a_system_property() throws Exception {
    user.setProperty("https.proxyHost", "home.example");

    assertThat(proxy(ApiUrlSource.DEFAULT)).startsWith("home.example:443");
  }

  @Test
  void the_sandbox_is_reached_directly() throws Exception {
    assertThat(proxy(ApiUrlSource.SANDBOX)).isEqualTo("null");
  }

  private String proxy(ApiUrlSource source) throws Exception {
    var account = new Account(ApiUrl.DEFAULT, null);
    var address = new ApiAddress(ApiUrl.DEFAULT, source, null);
    var target = new ApiTarget(address, false, account, null, null);
    return String.valueOf(
        BuildProxy.to(
            target,
            BuildFixture.build(
                session, BuildFixture.run("login", MojoExecution.Source.LIFECYCLE))));
  }
}
