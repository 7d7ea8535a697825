package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.build.SystemTiming;
import io.github.netnutmaven.cache.FileTokenCache;
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
  @InjectMojo(goal = "login")
  void the_second_build_takes_the_token_of_the_first(LoginMojo login) throws Exception {
    ready(login).execute();
    var first = build.property(1, "netnut.token");
    nextBuild();
    ready(login).execute();

    assertThat(build.property(1, "netnut.token")).isEqualTo(first);
    assertThat(build.property(0, "netnut.token.source")).isEqualTo("cache");
    assertThat(api.logins()).isOne();
    assertThat(build.log.lines)
        .singleElement()
        .asString()
        .startsWith("INFO Using the cached token of m…@example.com (verified ")
        .endsWith("; it is in ${netnut.token}.");
  }

  @Test
  @InjectMojo(goal = "login")
  void auto_is_off_on_a_ci_server_and_on_elsewhere(LoginMojo login) throws Exception {
    ready(login).cache = "auto";
    login.execute();
    assertThat(home).isEmptyDirectory();

    nextBuild();
    build.environment.remove("CI");
    ready(login).cache = "auto";
    login.execute();
    assertThat(home.resolve("cache")).isNotEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = "login")
  void missing_credentials_advise_a_typed_login_only_where_the_token_would_be_cached(
      LoginMojo login) {
    build.settings.getServers().clear();

    assertThatThrownBy(() -> ready(login).execute())
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining(
            " Add the <server>, type mvn netnut:login at a terminal, set NETNUT_EMAIL");
    login.cache = "off";
    assertThatThrownBy(login::execute)
        .hasMessageContaining(" Add the <server>, set NETNUT_EMAIL")
        .hasMessageNotContaining("type mvn");
  }

  @Test
  void check_finds_the_cached_token_and_logout_removes_it_even_with_cache_off(
      @InjectMojo(goal = "login") LoginMojo login,
      @InjectMojo(goal = "check") CheckMojo check,
      @InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    ready(login).execute();
    nextBuild();
    ready(check).execute();
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
    ready(logout).execute();
    assertThat(build.log.lines).containsExactly("INFO Forgot the token.");
    assertThat(home.resolve("cache").toFile().list((d, name) -> name.endsWith(".token"))).isEmpty();
    assertThatThrownBy(() -> ready(check).execute()).hasMessageContaining("none at hand");
    assertThat(api.logins()).isOne();
  }

  @Test
  void logout_of_all_forgets_every_account(
      @InjectMojo(goal = "login") LoginMojo login, @InjectMojo(goal = "logout") LogoutMojo logout)
      throws Exception {
    ready(login).execute();
    nextBuild();
    ready(logout).all = true;
    logout.execute();

    assertThat(build.log.lines).containsExactly("INFO Forgot the token.");
    assertThat(home.resolve("cache").toFile().list((d, name) -> name.endsWith(".token"))).isEmpty();
  }

  @Test
  @InjectMojo(goal = "login")
  void without_credentials_a_cached_token_that_expires_soon_counts_as_none(LoginMojo login)
      throws Exception {
    new FileTokenCache(home.resolve("cache"), new SystemTiming(), text -> {})
        .keep(
            new Account(ApiUrl.parse(api.url()), ""),
            new CachedToken("fake-cached", Instant.now(), Instant.now().plusSeconds(60)));
    build.settings.getServers().clear();
    ready(login).onMissingCredentials = "skip";
    login.execute();

    assertThat(build.log.lines)
        .singleElement()
        .asString()
        .startsWith("INFO Did not run netnut:login: there are no credentials");
    assertThat(api.connections()).isZero();
  }

  @Test
  @InjectMojo(goal = "login")
  void a_cached_token_that_expires_soon_is_replaced(LoginMojo login) throws Exception {
    ready(login).execute();
    nextBuild();
    ready(login).minValidity = "24h";
    login.execute();

    assertThat(build.property(0, "netnut.token.source")).isEqualTo("login");
    assertThat(api.logins()).isEqualTo(2);
  }

  @Test
  @InjectMojo(goal = "login")
  void offline_the_cached_token_is_used_and_nothing_is_sent(LoginMojo login) throws Exception {
    lenient().doReturn(true).when(session).isOffline();
    assertThatThrownBy(() -> ready(login).execute()).hasMessageContaining("Maven is offline (-o)");

    lenient().doReturn(false).when(session).isOffline();
    nextBuild();
    ready(login).execute();
    nextBuild();
    lenient().doReturn(true).when(session).isOffline();
    ready(login).minValidity = "24h";
    login.verifyInterval = "0";
    login.execute();

    assertThat(build.log.lines).anyMatch(l -> l.startsWith("WARN") && l.contains("unconfirmed"));
    assertThat(api.requests()).hasSize(2);
  }

  @Test
  @InjectMojo(goal = "login")
  void a_cache_inside_the_project_works_and_is_warned_of(LoginMojo login) throws Exception {
    build.modules.get(1).setFile(new File(home.toFile(), "pom.xml"));
    ready(login).execute();

    assertThat(build.log.lines)
        .anyMatch(
            l -> l.startsWith("WARN The cache directory ") && l.contains("CI servers archive"));
    assertThat(home.resolve("cache")).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "maven", "none"})
  @InjectMojo(goal = "login")
  void the_default_cache_is_never_inside_an_archived_directory(String place, LoginMojo login)
      throws Exception {
    var properties = session.getSystemProperties();
    build.environment.remove("XDG_CACHE_HOME");
    properties.setProperty("os.name", "Linux");
    properties.setProperty("user.home", place.equals("none") ? "?" : home.toString());
    if (place.equals("maven")) {
      build.environment.put("XDG_CACHE_HOME", home + "/.m2/x");
    } else if (place.equals("project")) {
      build.modules.get(0).setFile(new File(home.toFile(), "pom.xml"));
    }
    ready(login).cacheDirectory = null;
    login.execute();

    assertThat(home).isEmptyDirectory();
    assertThat(new File("?")).doesNotExist();
    assertThat(build.log.lines)
        .anyMatch(line -> line.startsWith("WARN Tokens are not cached, because "));
    assertThat(build.property(0, "netnut.token")).isNotNull();
  }

  @Test
  @InjectMojo(goal = "login")
  void the_sandbox_has_no_cache(
      LoginMojo login, @InjectMojo(goal = "sandbox-start") SandboxStartMojo sandbox)
      throws Exception {
    build.ready(sandbox);
    sandbox.execute();
    ready(login).execute();

    assertThat(home).isEmptyDirectory();
    assertThat(api.requests()).isEmpty();
    build.end();
  }
}
