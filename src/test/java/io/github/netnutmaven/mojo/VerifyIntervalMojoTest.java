package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.ApiUrl;
import java.time.Duration;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Builds that find a token in the cache which the API confirmed a while ago. */
@MojoTest
class VerifyIntervalMojoTest extends BuildsWithCache {
  /** What the API does not know: another machine's login has ended it. */
  private static final String ENDED = "fake-ended-by-another-login";

  private Account account() throws Exception {
    return new Account(ApiUrl.parse(api.url()), EMAIL);
  }

  private void cached(Account account, String token, Duration confirmedAgo) {
    var now = Instant.now();
    cache()
        .keep(
            account,
            new AccessToken(
                token,
                AccessToken.Source.CACHE,
                now.minus(Duration.ofHours(3)),
                now.plus(Duration.ofHours(21)),
                now.minus(confirmedAgo),
                null));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 0 min", "PT1M59S, 1 min", "PT3H, 3 h 0 min"})
  void the_line_says_how_long_ago_the_token_was_verified(Duration confirmedAgo, String shown)
      throws Exception {
    cached(account(), "fake-cached", confirmedAgo);
    login.verifyInterval = "24h";
    login.execute();

    assertThat(line())
        .matches(
            "INFO Using the cached token of m\\*{3}@example\\.com \\(verified "
                + shown
                + " ago\\), expires [-0-9]+T[:0-9]+Z; it is in \\$\\{netnut\\.token}\\.");
    assertThat(api.connections()).isZero();
  }

  @Test
  void a_token_that_was_revoked_is_used_until_a_check_or_the_end_of_the_interval()
      throws Exception {
    cached(account(), ENDED, Duration.ofMinutes(4));
    login.execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo(ENDED);

    nextBuild();
    assertThatThrownBy(check::execute)
        .isExactlyInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("it was refused (400");
    assertThat(cache().find(account())).isEmpty();
    nextBuild();
    login.execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo(api.tokens().get(0));

    cached(account(), ENDED, Duration.ofMinutes(5));
    nextBuild();
    login.execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo(api.tokens().get(1));
  }

  @Test
  void an_address_that_is_not_trusted_is_refused_within_the_interval_too() throws Exception {
    var foreign = "https://gateway.example.com/v1";
    cached(new Account(ApiUrl.parse(foreign), EMAIL), "fake-cached", Duration.ofSeconds(1));
    login.apiUrl = foreign;

    assertThatThrownBy(login::execute)
        .isExactlyInstanceOf(MojoFailureException.class)
        .hasMessageContaining("is not one that you trust");
  }

  @Test
  void the_proxy_settings_are_read_only_when_a_request_is_due() throws Exception {
    var proxy = new Proxy();
    proxy.setId("broken");
    proxy.setHost("proxy.example.com");
    proxy.setPort(0);
    build.settings.addProxy(proxy);
    login.apiUrl = null;
    cached(new Account(ApiUrl.DEFAULT, EMAIL), "fake-cached", Duration.ofSeconds(1));
    login.execute();
    assertThat(build.property(0, "netnut.token")).isEqualTo("fake-cached");

    nextBuild();
    build.settings.addProxy(proxy);
    login.apiUrl = null;
    login.verifyInterval = "0";
    assertThatThrownBy(login::execute).hasMessageContaining("<proxy> 'broken'");
  }
}
