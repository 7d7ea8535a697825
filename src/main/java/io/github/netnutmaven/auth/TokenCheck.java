package io.github.netnutmaven.auth;

import java.time.Clock;
import java.time.Duration;

/** Asks the API about a token, and tells the cache the answer. */
public final class TokenCheck {
  /** The longest wait for a build that is getting a token of the same account. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final AuthApi api;
  private final TokenCache cache;
  private final Clock clock;

  /**
   * Asks nothing yet.
   *
   * @param api the API
   * @param cache the tokens of earlier builds
   * @param clock this machine's time
   */
  public TokenCheck(AuthApi api, TokenCache cache, Clock clock) {
    this.api = api;
    this.cache = cache;
    this.clock = clock;
  }

  /**
   * What the API says of a token. If the token is the account's in the cache, a confirmation is
   * noted there, and a refusal removes it.
   *
   * @throws AuthException as {@link AuthApi#check}
   */
  public Verdict ask(Account account, String token) throws AuthException {
    var asked = clock.instant();
    var verdict = api.check(token);
    var cached = cache.find(account);
    if (cached.isPresent() && cached.get().value().equals(token)) {
      switch (verdict.kind()) {
        case ACCEPTED -> cache.confirm(account, cached.get().verified(asked));
        case REFUSED -> drop(account, token);
        case UNKNOWN -> {}
      }
    }
    return verdict;
  }

  /** Drops a token, unless another build has just put a new one in its place. */
  private void drop(Account account, String token) {
    var turn = cache.turn(account, PATIENCE, () -> false);
    try {
      var cached = cache.find(account);
      if (cached.isPresent() && cached.get().value().equals(token)) {
        cache.forget(account);
      }
    } finally {
      turn.end();
    }
  }
}
