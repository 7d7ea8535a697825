package io.github.netnutmaven.auth;

import java.time.Duration;

/** Logs in, has the API confirm the new token, and keeps it in the cache. */
final class ConfirmedLogin {
  private final TokenService service;
  private final Account account;
  private final Confirmation confirmation;

  ConfirmedLogin(TokenService service, Account account, Confirmation confirmation) {
    this.service = service;
    this.account = account;
    this.confirmation = confirmation;
  }

  /** A new token. */
  AccessToken run(Credentials credentials) throws AuthException {
    var done = Message.of("Logged in as {}", new Account(account.url(), credentials.email()));
    var asked = service.timing.now();
    var value = service.api.login(credentials);
    var lifetime = Duration.ofHours(CustomersApi.LIFETIME_HOURS);
    var expiresAt = service.expiry.apply(value).orElse(asked.plus(lifetime));
    var owner = account.email() == null ? Email.shortened(credentials.email()) : null;
    var token = new AccessToken(value, expiresAt, AccessToken.Source.LOGIN, null, owner);
    var asking = service.timing.now();
    if (token.isExpired(asking)) {
      throw new ServiceException(
          "{}, but the new token had already expired at {}. Check this machine's clock.",
          done,
          token.shownExpiry());
    }
    var verdict = confirmation.ask(value);
    if (verdict.kind() == Verdict.Kind.REFUSED) {
      throw new ServiceException(
          "{}, but the API refused the token that it had just issued ({}). If apiUrl leads through a"
              + " gateway, check authorizationScheme; else try again later.",
          done,
          verdict.reason());
    }
    // Kept even if an unknown answer fails this build: the next one need not log in for it.
    var verifiedAt = verdict.kind() == Verdict.Kind.ACCEPTED ? asking : null;
    service.cache.keep(account, new CachedToken(value, asked, expiresAt, verifiedAt, owner));
    confirmation.settle(verdict, done);
    return token;
  }
}
