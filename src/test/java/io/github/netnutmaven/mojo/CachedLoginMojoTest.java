package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import java.io.File;
import java.nio.file.Files;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several builds, one after the other, with one cache. */
@MojoTest
class CachedLoginMojoTest extends BuildsWithCache {
  @Test
  void missing_credentials_advise_a_typed_login_only_where_the_token_would_be_cached() {
    build.settings.getServers().clear();

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("\n- run mvn netnut:login once at a terminal");
    login.cache = "off";
    assertThatThrownBy(login::execute)
        .hasMessageContaining("\n- add the <server>")
        .hasMessageNotContaining("mvn netnut:login");
  }

  @Test
  void logout_of_all_leaves_no_token_of_any_account() throws Exception {
    login.execute();
    nextBuild();
    var leftover = directory.resolve("cache/netnut-maven-plugin-0123456789abcdef.tmp");
    Files.writeString(leftover, "fake-token of a killed process");
    logout.all = true;
    logout.execute();

    assertThat(line()).isEqualTo("INFO Forgot the token.");
    assertThat(directory.resolve("cache").toFile().list((d, name) -> !name.endsWith(".lock")))
        .isEmpty();
  }

  @Test
  void without_credentials_a_cached_token_that_expires_soon_counts_as_none() throws Exception {
    cache()
        .keep(
            new Account(ApiUrl.parse(api.url()), ""),
            new AccessToken(
                "fake-cached",
                AccessToken.Source.CACHE,
                Instant.now(),
                Instant.now().plusSeconds(60),
                null,
                null));
    build.settings.getServers().clear();
    login.onMissingCredentials = "skip";
    login.execute();

    assertThat(line()).startsWith("INFO Did not run netnut:login: there are no credentials");
    assertThat(api.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "module", "module/sub"})
  void a_cache_inside_the_project_is_not_used_however_good_its_token_looks(String start)
      throws Exception {
    cache()
        .keep(
            new Account(ApiUrl.parse(api.url()), EMAIL),
            new AccessToken(
                "fake-planted",
                AccessToken.Source.CACHE,
                Instant.now(),
                Instant.now().plusSeconds(9_000),
                null,
                null));
    // Maven was started in a directory of the project, maybe in that of a module with a parent.
    if (start.isEmpty()) {
      session.getRequest().setBaseDirectory(directory.toFile());
    } else {
      var parent = new MavenProject();
      parent.setFile(directory.resolve("pom.xml").toFile());
      build.modules.get(1).setFile(directory.resolve(start).resolve("pom.xml").toFile());
      build.modules.get(1).setParent(parent);
    }
    login.verify = "off";
    login.execute();

    assertThat(build.property(0, "netnut.token")).isNotNull().isNotEqualTo("fake-planted");
    assertThat(build.log.lines)
        .first()
        .asString()
        .startsWith("WARN Did not use the token cache in " + directory.resolve("cache") + ": ")
        .contains("inside the project");
    build.log.lines.clear();
    check.execute();
    assertThat(build.log.lines).contains("INFO cache:    none");
  }

  @Test
  void a_cache_that_leads_into_the_project_through_a_link_is_not_used() throws Exception {
    var project = Files.createDirectory(directory.resolve("project"));
    build.modules.get(0).setFile(project.resolve("pom.xml").toFile());
    Files.createSymbolicLink(directory.resolve("link"), project);
    login.cacheDirectory = directory.resolve("link/new/cache").toFile();
    login.execute();

    assertThat(build.log.lines).anyMatch(line -> line.contains("inside the project"));
    assertThat(project).isEmptyDirectory();
  }

  @Test
  void a_home_directory_in_which_maven_is_started_is_no_project() throws Exception {
    build.environment.put("HOME", directory.toString());
    session.getRequest().setBaseDirectory(directory.toFile());
    login.execute();

    assertThat(line()).startsWith("INFO Logged in as ");
    assertThat(directory.resolve("cache")).isNotEmptyDirectory();
  }

  @Test
  void the_working_directory_of_a_user_without_a_home_is_a_project() throws Exception {
    session.getSystemProperties().setProperty("user.home", "?");
    login.cacheDirectory = new File("target/cache-in-the-project").getAbsoluteFile();
    login.execute();

    assertThat(build.log.lines).anyMatch(line -> line.contains("inside the project"));
    assertThat(login.cacheDirectory).doesNotExist();
  }

  @Test
  void a_cache_in_the_directory_of_maven_is_a_warning() throws Exception {
    session.getSystemProperties().setProperty("user.home", directory.toString());
    login.cacheDirectory = directory.resolve(".m2/cache").toFile();
    login.execute();

    assertThat(build.log.lines).anyMatch(line -> line.contains("~/.m2, which CI servers archive"));
    assertThat(directory.resolve(".m2/cache")).isNotEmptyDirectory();
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
