package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.auth.TokenResult;
import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.build.SystemTiming;
import io.github.netnutmaven.cache.FileTokenCache;
import io.github.netnutmaven.testkit.RecordingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@MojoTest
class LeakCheckMojoTest extends AccountBuilds {
  private static final String TOKEN = "fake-token-of-this-build";

  private LeakCheckMojo leakCheck;
  private Path target;

  @BeforeEach
  void a_module_with_a_token(@InjectMojo(goal = "leak-check") LeakCheckMojo goal) throws Exception {
    leakCheck = ready(goal);
    target = Files.createDirectory(directory.resolve("target"));
    var module = build.modules.get(0);
    module.setFile(Files.writeString(directory.resolve("pom.xml"), "<project/>").toFile());
    module.getBuild().setDirectory(target.toString());
    remember(TOKEN);
  }

  private void remember(String token) throws Exception {
    BuildState.of(session)
        .tokens()
        .token(
            new Account(ApiUrl.DEFAULT, EMAIL),
            Instant.EPOCH,
            Duration.ofSeconds(1),
            () -> new TokenResult(new AccessToken(token, null, AccessToken.Source.LOGIN)));
  }

  private Path write(String file, String text) throws IOException {
    return Files.writeString(target.resolve(file), text);
  }

  private static DefaultArtifact artifact(String type, Path file) {
    var artifact =
        new DefaultArtifact(
            "com.example", "x", "1", "compile", type, null, new DefaultArtifactHandler(type));
    artifact.setFile(file.toFile());
    return artifact;
  }

  @SuppressWarnings("deprecation") // What takes its place is a component of Maven's.
  private void attach(Path file) {
    build.modules.get(0).addAttachedArtifact(artifact("bin", file));
  }

  private void assertClean(String looked) {
    assertThat(line()).isEqualTo("INFO Looked for " + looked);
  }

  @Test
  void a_clean_module_is_reported_in_one_line() throws Exception {
    write("a.txt", "nothing");
    leakCheck.execute();

    assertClean("the token and the password in 2 files and 0 archive entries: found neither.");
  }

  @Test
  void a_leak_fails_the_build_and_is_not_repeated() throws Exception {
    write("a.log", TOKEN);
    write("b.properties", PASSWORD);

    assertThatThrownBy(leakCheck::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("a leak in 2 places:\n  target/")
        .hasMessageContaining("\n  target/a.log: the token (a log).")
        .hasMessageContaining("\n  target/b.properties: the password (a properties file).")
        .hasMessageNotContainingAny(TOKEN, PASSWORD);
    assertThat(build.log.lines).isEmpty();
  }

  @Test
  void onLeak_warn_turns_a_leak_into_a_warning() throws Exception {
    write("a.log", TOKEN);
    leakCheck.onLeak = "warn";
    leakCheck.execute();

    assertThat(line())
        .startsWith("WARN Looked for ")
        .contains("a leak in one place:\n  target/a.log: the token");
    leakCheck.onLeak = "ignore";
    assertThatThrownBy(leakCheck::execute).hasMessageContaining("it takes 'fail' or 'warn'");
  }

  @Test
  void published_files_outside_the_build_directory_are_searched() throws Exception {
    build
        .modules
        .get(0)
        .setArtifact(artifact("jar", Files.writeString(directory.resolve("main.jar"), TOKEN)));
    attach(Files.writeString(directory.resolve("y.bin"), TOKEN));
    Files.writeString(directory.resolve("pom.xml"), PASSWORD);
    leakCheck.includes = List.of("nothing");

    assertThatThrownBy(leakCheck::execute)
        .hasMessageContaining("a leak in 3 places")
        .hasMessageContaining("\n  main.jar: the token")
        .hasMessageContaining("\n  y.bin: the token")
        .hasMessageContaining("\n  pom.xml: the password (the POM, which is published).");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_published_link_is_followed() throws Exception {
    var file = Files.writeString(directory.resolve("elsewhere"), TOKEN);
    attach(Files.createSymbolicLink(target.resolve("link.bin"), file));

    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/link.bin: the");
  }

  @Test
  void includes_and_excludes_select_files() throws Exception {
    write("a.log", TOKEN);
    write("b.txt", TOKEN);
    write("c.txt", "nothing");
    leakCheck.includes = List.of("**/*.txt");
    leakCheck.excludes = List.of("b*");
    leakCheck.execute();

    assertClean("the token and the password in 2 files and 0 archive entries: found neither.");
  }

  @Test
  void the_token_file_of_login_is_no_leak_unless_it_is_attached() throws Exception {
    var file = write("token", TOKEN);
    BuildState.of(session).writtenFiles().add(file.toAbsolutePath().normalize().toString());
    leakCheck.execute();
    assertClean("the token and the password in 1 file and 0 archive entries: found neither.");

    attach(file);
    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/token: the token");
  }

  @Test
  void without_a_token_the_password_is_searched_for() throws Exception {
    TestBuild.forget(session);
    leakCheck.execute();

    assertThat(build.log.lines)
        .containsExactly(
            "INFO This build has no token to look for.",
            "INFO Looked for the password in 1 file and 0 archive entries: did not find it.");
  }

  @Test
  void a_build_without_secrets_is_reported_as_such() throws Exception {
    TestBuild.forget(session);
    build.settings.getServers().clear();
    leakCheck.execute();

    assertThat(line()).isEqualTo("INFO This build has no token to look for, nor a password.");
  }

  @Test
  void a_provided_token_is_searched_for() throws Exception {
    build.environment.put("NETNUT_TOKEN", "fake-token-handed-over");
    write("a", "fake-token-handed-over");

    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/a: the token");
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
        .startsWith("INFO Looked for the token in ");
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
    assertClean("the token in 2 files and 0 archive entries: did not find it.");

    write("a", build.property(0, "netnut.token"));
    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/a: the token");
    build.end();
  }

  @Test
  void the_real_password_is_not_searched_for_before_a_bound_sandbox_starts() throws Exception {
    build.bind(0, "sandbox-start");
    write("a", PASSWORD);
    leakCheck.execute();

    assertClean("the token in 2 files and 0 archive entries: did not find it.");
    build.end();
  }

  @Test
  void the_concurrent_builder_turns_the_result_into_a_warning() throws Exception {
    session.getRequest().setBuilderId("concurrent");
    leakCheck.execute();
    leakCheck.execute();

    assertThat(build.log.lines)
        .hasSize(3)
        .noneMatch(line -> line.contains("found neither") || line.contains("did not find"))
        .filteredOn(line -> line.startsWith("WARN "))
        .singleElement()
        .asString()
        .contains("cannot search all files of the module", "Build without -b concurrent");
    write("a.log", TOKEN);
    assertThatThrownBy(leakCheck::execute).hasMessageContaining("target/a.log: the token");
  }

  @Test
  void a_secret_in_the_interpolated_pom_is_found() throws Exception {
    build.environment.put("NETNUT_TOKEN", "fake-provided-token");
    var properties = build.modules.get(0).getProperties();
    properties.setProperty("test.token", "fake-provided-token");

    assertThatThrownBy(leakCheck::execute).hasMessageContaining("the interpolated POM: the token");
  }

  @Test
  void the_property_of_login_is_no_leak_in_the_interpolated_pom() throws Exception {
    TestBuild.forget(session);
    login.execute();
    assertThat(build.property(0, "netnut.token")).isNotNull();
    leakCheck.execute();

    assertThat(build.log.lines).last().asString().endsWith(": found neither.");
  }

  @Test
  void the_cached_token_of_a_failed_build_is_searched_for() throws Exception {
    TestBuild.forget(session);
    var cache = directory.resolve("cache");
    leakCheck.cacheDirectory = cache.toFile();
    var now = Instant.now();
    new FileTokenCache(cache, new SystemTiming(), build.log::warn)
        .keep(
            new Account(ApiUrl.parse(api.url()), EMAIL),
            new CachedToken("fake-cached-token", now, now.plusSeconds(3600)));
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

  @Test
  void an_archive_that_cannot_be_read_is_named_and_the_result_says_so() throws Exception {
    write("a.deb", "!<arch>\nand the rest");
    leakCheck.execute();

    assertThat(build.log.lines)
        .anyMatch(line -> line.startsWith("WARN target/a.deb "))
        .last()
        .asString()
        .endsWith(": found neither, but could not search all: see the warnings above.");
  }

  @Test
  void leak_check_sends_nothing() throws Exception {
    lenient().doReturn(true).when(session).isOffline();
    leakCheck.execute();

    assertThat(api.connections()).isZero();
  }

  @Test
  void a_skipped_leak_check_does_nothing() throws Exception {
    write("a", TOKEN);
    leakCheck.skip = true;
    leakCheck.execute();

    assertThat(build.log.lines).isEmpty();
  }

  @Test
  void an_interrupted_search_fails_the_build() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(leakCheck::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }
}
