package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import java.io.File;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several builds, one after the other, with one cache. */
@MojoTest
class CachedLoginMojoTest extends BuildsWithCache {
  @Test
  void the_second_build_takes_the_token_of_the_first() throws Exception {
    login.execute();
    var first = build.property(1, "netnut.token");
    nextBuild();
    login.execute();

    assertThat(build.property(1, "netnut.token")).isEqualTo(first);
    assertThat(build.property(0, "netnut.token.source")).isEqualTo("cache");
    assertThat(api.logins()).isOne();
    assertThat(line())
        .startsWith("INFO Using the cached token of m***@example.com (verified ")
        .endsWith("; it is in ${netnut.token}.");
  }

  @Test
  void auto_is_off_on_a_ci_server_and_on_elsewhere() throws Exception {
    login.cache = "auto";
    login.execute();
    assertThat(directory).isEmptyDirectory();

    nextBuild();
    build.environment.remove("CI");
    login.cache = "auto";
    login.execute();
    assertThat(directory.resolve("cache")).isNotEmptyDirectory();
  }

  @Test
  void missing_credentials_advise_a_typed_login_only_where_the_token_would_be_cached() {
    build.settings.getServers().clear();

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("\n- run mvn netnut:login once at a terminal");
    login.cache = "off";
    assertThatThrownBy(login::execute)
        .hasMessageContaining("\n- add the <server>")
        .hasMessageNotContaining("type mvn");
  }

  @Test
  void check_finds_the_cached_token_and_logout_removes_it_even_with_cache_off() throws Exception {
    login.execute();
    nextBuild();
    check.execute();
    assertThat(build.log.lines)
        .first()
        .asString()
        .startsWith("INFO token:    from cache, expires ");
    check.minValidity = "23h";
    check.execute();
    check.minValidity = "24h";
    assertThatThrownBy(check::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("minValidity is 24h");

    nextBuild();
    logout.execute();
    assertThat(line()).isEqualTo("INFO Forgot the token.");
    assertThat(directory.resolve("cache").toFile().list((d, name) -> name.endsWith(".token")))
        .isEmpty();
    assertThatThrownBy(check::execute).hasMessageContaining("none at hand");
    assertThat(api.logins()).isOne();
  }

  @Test
  void logout_of_all_forgets_every_account() throws Exception {
    login.execute();
    nextBuild();
    logout.all = true;
    logout.execute();

    assertThat(line()).isEqualTo("INFO Forgot the token.");
    assertThat(directory.resolve("cache").toFile().list((d, name) -> name.endsWith(".token")))
        .isEmpty();
  }

  @Test
  void without_credentials_a_cached_token_that_expires_soon_counts_as_none() throws Exception {
    cache()
        .keep(
            new Account(ApiUrl.parse(api.url()), ""),
            new CachedToken("fake-cached", Instant.now(), Instant.now().plusSeconds(60)));
    build.settings.getServers().clear();
    login.onMissingCredentials = "skip";
    login.execute();

    assertThat(line()).startsWith("INFO Did not run netnut:login: there are no credentials");
    assertThat(api.connections()).isZero();
  }

  @Test
  void a_cached_token_that_expires_soon_is_replaced() throws Exception {
    login.execute();
    nextBuild();
    login.minValidity = "24h";
    login.execute();

    assertThat(build.property(0, "netnut.token.source")).isEqualTo("login");
    assertThat(api.logins()).isEqualTo(2);
  }

  @Test
  void offline_the_cached_token_is_used_and_nothing_is_sent() throws Exception {
    lenient().doReturn(true).when(session).isOffline();
    assertThatThrownBy(login::execute).hasMessageContaining("Maven is offline (-o)");

    lenient().doReturn(false).when(session).isOffline();
    nextBuild();
    login.execute();
    nextBuild();
    lenient().doReturn(true).when(session).isOffline();
    login.minValidity = "24h";
    login.verifyInterval = "0";
    login.execute();

    assertThat(build.log.lines).anyMatch(l -> l.startsWith("WARN") && l.contains("unconfirmed"));
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  void a_cache_inside_the_project_works_and_is_warned_of() throws Exception {
    build.modules.get(1).setFile(new File(directory.toFile(), "pom.xml"));
    login.execute();

    assertThat(build.log.lines)
        .anyMatch(
            l -> l.startsWith("WARN The cache directory ") && l.contains("CI servers archive"));
    assertThat(directory.resolve("cache")).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "maven", "none"})
  void the_default_cache_is_never_inside_an_archived_directory(String place) throws Exception {
    var properties = session.getSystemProperties();
    build.environment.remove("XDG_CACHE_HOME");
    properties.setProperty("os.name", "Linux");
    properties.setProperty("user.home", place.equals("none") ? "?" : directory.toString());
    if (place.equals("maven")) {
      build.environment.put("XDG_CACHE_HOME", directory + "/.m2/x");
    } else if (place.equals("project")) {
      build.modules.get(0).setFile(new File(directory.toFile(), "pom.xml"));
    }
    login.cacheDirectory = null;
    login.execute();

    assertThat(directory).isEmptyDirectory();
    assertThat(new File("?")).doesNotExist();
    assertThat(build.log.lines)
        .anyMatch(line -> line.startsWith("WARN Tokens are not cached, because "));
    assertThat(build.property(0, "netnut.token")).isNotNull();
  }

  @Test
  void the_sandbox_has_no_cache(@InjectMojo(goal = "sandbox-start") SandboxStartMojo sandbox)
      throws Exception {
    build.ready(sandbox);
    sandbox.execute();
    login.execute();

    assertThat(directory).isEmptyDirectory();
    assertThat(api.requests()).isEmpty();
    build.end();
  }
}
