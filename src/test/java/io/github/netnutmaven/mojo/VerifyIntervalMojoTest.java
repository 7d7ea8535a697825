package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.lenient;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.build.SystemTiming;
import io.github.netnutmaven.cache.FileTokenCache;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds that find a token in the cache which the API confirmed a while ago. */
@MojoTest
class VerifyIntervalMojoTest extends BuildsWithCache {
  /** What the API does not know: another machine's login has ended it. */
  private static final String ENDED = "fake-ended-by-another-login";

  private FileTokenCache cache() {
    return new FileTokenCache(home.resolve("cache"), new SystemTiming(), text -> {});
  }

  private Account account() throws Exception {
    return new Account(ApiUrl.parse(api.url()), EMAIL);
  }

  private void cached(String token, Duration confirmedAgo) throws Exception {
    var now = Instant.now();
    cache()
        .keep(
            account(),
            new CachedToken(
                token,
                now.minus(Duration.ofHours(3)),
                now.plus(Duration.ofHours(21)),
                now.minus(confirmedAgo),
                null));
  }

  @Test
  @InjectMojo(goal = "login")
  void the_next_build_sends_nothing_and_one_after_the_interval_asks_once(LoginMojo login)
      throws Exception {
    ready(login).execute();
    assertThat(api.requests()).hasSize(2);
    nextBuild();
    ready(login).execute();
    assertThat(api.requests()).hasSize(2);

    cached(api.tokens().get(0), Duration.ofMinutes(5));
    nextBuild();
    ready(login).execute();
    nextBuild();
    ready(login).execute();
    assertThat(api.checks()).isEqualTo(2);
    assertThat(api.logins()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "PT1S, less than a minute ago",
    "PT59S, less than a minute ago",
    "PT1M, 1 minute ago",
    "PT1M59S, 1 minute ago",
    "PT2M, 2 minutes ago",
    "PT119M, 119 minutes ago",
    "PT2H, 2 hours ago",
  })
  @InjectMojo(goal = "login")
  void the_line_says_how_long_ago_the_token_was_verified(
      Duration confirmedAgo, String shown, LoginMojo login) throws Exception {
    cached("fake-cached", confirmedAgo);
    ready(login).verifyInterval = "24h";
    login.execute();

    assertThat(build.log.lines)
        .singleElement()
        .asString()
        .matches(
            "INFO Using the cached token of m…@example\\.com \\(verified "
                + shown
                + "\\), expires [-0-9]+T[:0-9]+Z; it is in \\$\\{netnut\\.token}\\.");
    assertThat(api.connections()).isZero();
  }

  @Test
  @InjectMojo(goal = "login")
  void the_line_says_that_the_token_was_verified_in_this_build(LoginMojo login) throws Exception {
    ready(login).execute();
    nextBuild();
    ready(login).verifyInterval = "0";
    login.execute();

    assertThat(api.checks()).isEqualTo(2);
    assertThat(build.log.lines)
        .singleElement()
        .asString()
        .startsWith("INFO Using the cached token of m…@example.com (verified just now), expires ");
  }

  @Test
  @InjectMojo(goal = "login")
  void the_line_says_that_nobody_has_verified_the_token(LoginMojo login) throws Exception {
    ready(login).verify = "off";
    login.execute();
    nextBuild();
    ready(login).execute();

    assertThat(api.checks()).isZero();
    assertThat(build.log.lines)
        .singleElement()
        .asString()
        .startsWith("INFO Using the cached token of m…@example.com (not verified), expires ");
  }

  @Test
  @InjectMojo(goal = "login")
  void a_confirmation_from_the_future_is_not_shown_as_one(LoginMojo login) throws Exception {
    cached("fake-cached", Duration.ofHours(-1));
    ready(login).verify = "off";
    login.execute();

    assertThat(build.log.lines).singleElement().asString().contains("(not verified)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0s", "PT0S"})
  @InjectMojo(goal = "login")
  void zero_asks_in_every_build(String zero, LoginMojo login) throws Exception {
    ready(login).execute();
    nextBuild();
    ready(login).verifyInterval = zero;
    login.execute();

    assertThat(api.checks()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1s", "25h", "soon", ""})
  @InjectMojo(goal = "login")
  void a_wrong_interval_fails_before_anything_is_read_or_sent(String wrong, LoginMojo login) {
    lenient().doReturn(true).when(session).isOffline();
    build.settings.getServers().clear();
    ready(login).verifyInterval = wrong;
    login.onMissingCredentials = "skip";

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("The parameter 'verifyInterval' is '" + wrong + "'");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  @InjectMojo(goal = "login")
  void offline_a_token_within_the_interval_is_used_without_a_warning(LoginMojo login)
      throws Exception {
    lenient().doReturn(true).when(session).isOffline();
    cached("fake-cached", Duration.ofMinutes(4));
    ready(login).verify = "strict";
    login.execute();

    assertThat(build.log.lines).singleElement().asString().startsWith("INFO Using the cached ");
  }

  @Test
  void a_check_asks_within_the_interval_and_renews_it(
      @InjectMojo(goal = "login") LoginMojo login, @InjectMojo(goal = "check") CheckMojo check)
      throws Exception {
    ready(login).execute();
    nextBuild();
    ready(check).execute();
    assertThat(api.checks()).isEqualTo(2);

    cached(api.tokens().get(0), Duration.ofHours(2));
    nextBuild();
    ready(check).execute();
    nextBuild();
    ready(login).execute();
    assertThat(api.checks()).isEqualTo(3);
  }

  @Test
  void a_token_that_was_revoked_is_used_until_a_check_or_the_end_of_the_interval(
      @InjectMojo(goal = "login") LoginMojo login, @InjectMojo(goal = "check") CheckMojo check)
      throws Exception {
    cached(ENDED, Duration.ofMinutes(4));
    ready(login).execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo(ENDED);

    nextBuild();
    assertThatThrownBy(() -> ready(check).execute())
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("it was refused (400");
    assertThat(cache().find(account())).isEmpty();
    nextBuild();
    ready(login).execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo(api.tokens().get(0));

    cached(ENDED, Duration.ofMinutes(5));
    nextBuild();
    ready(login).execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo(api.tokens().get(1));
  }

  @Test
  void a_check_with_cache_off_leaves_the_cache_unchanged(
      @InjectMojo(goal = "login") LoginMojo login, @InjectMojo(goal = "check") CheckMojo check)
      throws Exception {
    cached(ENDED, Duration.ofMinutes(1));
    ready(login).execute();
    ready(check).cache = "off";

    assertThatThrownBy(check::execute).hasMessageContaining("it was refused");
    assertThat(cache().find(account())).isPresent();
  }

  @Test
  @InjectMojo(goal = "login")
  void an_address_that_is_not_trusted_is_refused_within_the_interval_too(LoginMojo login)
      throws Exception {
    var foreign = "https://gateway.example.com/v1";
    cache()
        .keep(
            new Account(ApiUrl.parse(foreign), EMAIL),
            new CachedToken(
                "fake-cached",
                Instant.now(),
                Instant.now().plusSeconds(3600),
                Instant.now().minusSeconds(1),
                null));
    ready(login).apiUrl = foreign;

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("is not one that you trust");
  }

  @Test
  @InjectMojo(goal = "login")
  void the_proxy_settings_are_read_only_when_a_request_is_due(LoginMojo login) throws Exception {
    var proxy = new Proxy();
    proxy.setId("broken");
    proxy.setHost("proxy.example.com");
    proxy.setPort(0);
    build.settings.addProxy(proxy);
    ready(login).apiUrl = null;
    cache()
        .keep(
            new Account(ApiUrl.DEFAULT, EMAIL),
            new CachedToken(
                "fake-cached",
                Instant.now(),
                Instant.now().plusSeconds(3600),
                Instant.now().minusSeconds(1),
                null));
    login.execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo("fake-cached");

    nextBuild();
    build.settings.addProxy(proxy);
    ready(login).apiUrl = null;
    login.verifyInterval = "0";
    assertThatThrownBy(login::execute).hasMessageContaining("<proxy> 'broken'");
  }
}
