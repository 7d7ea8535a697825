package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.cache.FileTokenCache;
import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.RecordingApi;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class LeakCheckSecretsTest extends LeakCheckBuilds {
  @Test
  void without_a_token_the_password_is_searched_for() throws Exception {
    TestBuild.forget(session);
    leakCheck.execute();

    assertClean("1 file and 0 archive entries: no password found.");
  }

  @Test
  void a_build_without_secrets_is_a_warning() throws Exception {
    TestBuild.forget(session);
    build.settings.getServers().clear();
    leakCheck.execute();

    assertThat(line())
        .isEqualTo(
            "WARN netnut:leak-check searched nothing, because this build has no token and no"
                + " password to look for. Let netnut:login run before it.");
  }

  @Test
  void a_secret_that_cannot_be_read_is_a_warning_and_the_others_are_searched_for()
      throws Exception {
    build.settings.getServers().get(0).setPassword("{COQLCE6DU6GtcS5P=}");
    build.environment.put("NETNUT_TOKEN_FILE", "/not/there");
    leakCheck.execute();

    assertThat(build.log.lines)
        .hasSize(3)
        .anyMatch(
            l -> l.startsWith("WARN Does not look for the password, because it cannot be read: "))
        .anyMatch(
            l -> l.startsWith("WARN Does not look for the token, because it cannot be read: "))
        .last()
        .asString()
        .isEqualTo("INFO Searched 1 file and 0 archive entries: no token found.");
  }

  @Test
  void a_short_secret_is_left_out_with_a_warning() throws Exception {
    build.settings.getServers().get(0).setPassword("fake-Pa");
    write("a", "fake-Pa");
    leakCheck.execute();

    assertThat(build.log.lines)
        .hasSize(2)
        .first()
        .asString()
        .startsWith("WARN Does not look for the password: it has fewer than 8 characters");
  }

  @Test
  void in_a_build_with_a_sandbox_only_its_token_is_searched_for(
      @InjectMojo(goal = "sandbox-start") SandboxStartMojo start) throws Exception {
    TestBuild.forget(session);
    build.ready(start).execute();
    login.execute();
    build.log.lines.clear();
    write("a", "sandbox " + PASSWORD);
    leakCheck.execute();
    assertClean("2 files and 0 archive entries: no token found.");

    write("a", build.property(0, "netnut.token"));
    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/a: the token");
    build.end();
  }

  @Test
  void the_real_password_is_not_searched_for_before_a_bound_sandbox_starts() throws Exception {
    build.bind(0, "sandbox-start");
    write("a", PASSWORD);
    leakCheck.execute();

    assertThat(build.log.lines)
        .last()
        .isEqualTo("INFO Searched 2 files and 0 archive entries: no token found.");
    build.end();
  }

  @Test
  void the_cached_token_of_a_failed_build_is_searched_for(@TempDir Path caches) throws Exception {
    TestBuild.forget(session);
    var cache = caches.resolve("cache");
    leakCheck.cacheDirectory = cache.toFile();
    var now = Instant.now();
    new FileTokenCache(cache, new SystemTiming(), message -> build.log.warn(message.toString()))
        .keep(
            new Account(ApiUrl.parse(api.url()), EMAIL),
            new AccessToken(
                "fake-cached-token",
                AccessToken.Source.CACHE,
                now,
                now.plusSeconds(3600),
                null,
                null));
    write("TEST-a.xml", "fake-cached-token");

    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/TEST-a.xml: the token");
  }

  @Test
  void the_passwords_of_all_accounts_that_the_build_used_are_searched_for() throws Exception {
    build.account("other", "other@example.com", "fake-0ther-password");
    try (var other = new RecordingApi("other@example.com", "fake-0ther-password")) {
      login.apiUrl = other.url();
      login.serverId = "other";
      login.execute();
    }
    write("a", PASSWORD);
    write("b", "fake-0ther-password");

    assertThatThrownBy(leakCheck::execute)
        .hasMessageContaining("target/a: the password")
        .hasMessageContaining("target/b: the password");
  }
}
