package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the goal {@code check} learns about a token, and what the cache then has. */
class TokenCheckTest extends Ladder {
  @ParameterizedTest
  @ValueSource(strings = {"fake-cached", "fake-of-another"})
  void a_check_notes_a_confirmation_only_for_the_cached_token(String checked) throws Exception {
    cachedAndConfirmed(Duration.ofHours(1));

    assertThat(check(checked).kind()).isEqualTo(Verdict.Kind.ACCEPTED);
    assertThat(noted())
        .hasValue(checked.equals("fake-cached") ? NOW : NOW.minus(Duration.ofHours(1)));
  }

  @Test
  void a_check_asks_within_the_interval_too() throws Exception {
    cachedAndConfirmed(Duration.ZERO);

    check("fake-cached");

    assertThat(asked).containsExactly("check fake-cached");
  }

  @Test
  void a_token_refused_in_a_check_is_removed() throws Exception {
    cachedAndConfirmed(Duration.ZERO);
    verdict = Verdict.refused("400");

    check("fake-of-another");
    assertThat(cache.token).isPresent();
    check("fake-cached");

    assertThat(cache.token).isEmpty();
    assertThat(cache.ended).isTrue();
  }

  @Test
  void a_check_does_not_remove_a_newer_token() throws Exception {
    cachedAndConfirmed(Duration.ZERO);
    verdict = Verdict.refused("400");
    cache.meanwhile =
        Optional.of(
            new AccessToken(
                "fake-of-another",
                AccessToken.Source.CACHE,
                NOW,
                NOW.plus(Duration.ofHours(24)),
                null,
                null));

    check("fake-cached");

    assertThat(cache.token).isEqualTo(cache.meanwhile);
  }

  @Test
  void a_check_without_an_answer_leaves_the_cache_as_it_is() throws Exception {
    cachedAndConfirmed(Duration.ofMinutes(1));
    verdict = Verdict.unknown("503.");
    var before = cache.token;

    check("fake-cached");

    assertThat(cache.token).isEqualTo(before);
  }

  @Test
  void a_check_without_a_cache_only_asks() throws Exception {
    service(new FakeApi(), TokenCache.none()).check(ACCOUNT, "fake-token");

    assertThat(asked).containsExactly("check fake-token");
  }

  private Verdict check(String token) throws AuthException {
    return service(new FakeApi(), cache).check(ACCOUNT, token);
  }
}
