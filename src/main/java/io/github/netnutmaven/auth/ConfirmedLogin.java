package io.github.netnutmaven.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Logs in, has the new token confirmed, and leaves it in the cache. */
final class ConfirmedLogin {
  /** How long a token lives that does not say so itself, from the API's documentation. */
  static final Duration LIFETIME = Duration.ofHours(24);

  private final AuthApi api;
  private final TokenCache cache;
  private final Confirmation confirmation;
  private final Function<String, Optional<Instant>> expiry;
  private final Clock clock;

  /**
   * @param expiry when a token ends by its own word
   */
  ConfirmedLogin(
      AuthApi api,
      TokenCache cache,
      Confirmation confirmation,
      Function<String, Optional<Instant>> expiry,
      Clock clock) {
    this.api = api;
    this.cache = cache;
    this.confirmation = confirmation;
    this.expiry = expiry;
    this.clock = clock;
  }

  /**
   * A new token.
   *
   * @param account what the token is kept for
   * @param source who logs in
   */
  AccessToken run(Account account, AccountSource source) throws AuthException {
    var credentials = source.credentials();
    var done = "Logged in as " + new Account(account.url(), credentials.email());
    var asked = clock.instant();
    var value = api.login(credentials);
    var end = expiry.apply(value).orElse(asked.plus(LIFETIME));
    var token = new AccessToken(value, Optional.of(end), AccessToken.LOGIN);
    if (token.isExpired(clock.instant())) {
      throw new ServiceException(
          done
              + ", but the token that came had ended at "
              + token.shownExpiry()
              + " already. Check this machine's clock.");
    }
    var cached = new CachedToken(value, asked, end);
    var asking = clock.instant();
    var verdict = confirmation.ask(value);
    if (verdict.kind() == Verdict.Kind.REFUSED) {
      throw new ServiceException(
          done
              + ", but the API refused the token that it had just given ("
              + verdict.reason()
              + "). If apiUrl leads through a gateway, check authorizationScheme; else try again"
              + " later.");
    }
    // Before an unknown answer may fail the build: the next one need not log in for it.
    boolean verified = confirmation.isAsking() && verdict.kind() == Verdict.Kind.ACCEPTED;
    cache.keep(account, verified ? cached.verified(asking) : cached);
    confirmation.settle(verdict, done);
    return token;
  }
}
