package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the goal {@code check} learns about a token, and what the cache then has. */
class TokenCheckTest extends Ladder {
  @ParameterizedTest
  @CsvSource({
    "fake-cached, ACCEPTED, PT0S",
    "fake-of-another, ACCEPTED, PT1M",
    "fake-cached, REFUSED,",
    "fake-of-another, REFUSED, PT1M",
    "fake-cached, UNKNOWN, PT1M",
  })
  void a_check_asks_within_the_interval_too_and_only_changes_the_record_of_its_token(
      String checked, Verdict.Kind kind, Duration confirmedAgo) throws Exception {
    cachedAndConfirmed(Duration.ofMinutes(1));
    verdict = new Verdict(kind, "a test");

    assertThat(service(cache).check(ACCOUNT, checked)).isEqualTo(verdict);

    assertThat(asked).containsExactly("check " + checked);
    assertThat(noted()).isEqualTo(Optional.ofNullable(confirmedAgo).map(NOW::minus));
    assertThat(cache.token.isPresent()).isEqualTo(confirmedAgo != null);
  }

  @Test
  void a_check_does_not_remove_a_newer_token() throws Exception {
    cachedAndConfirmed(Duration.ZERO);
    verdict = Verdict.refused("400");
    cache.meanwhile = Optional.of(cached("fake-of-another", Duration.ofHours(24), null));

    service(cache).check(ACCOUNT, "fake-cached");

    assertThat(cache.token).isEqualTo(cache.meanwhile);
    assertThat(cache.ended).isTrue();
  }

  @Test
  void a_check_without_a_cache_only_asks() throws Exception {
    service(TokenCache.none()).check(ACCOUNT, "fake-token");

    assertThat(asked).containsExactly("check fake-token");
  }
}
