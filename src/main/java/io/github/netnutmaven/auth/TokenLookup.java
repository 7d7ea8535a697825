package io.github.netnutmaven.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gets a token that the build does not have yet: the provided one, the cached one, a login. */
final class TokenLookup implements BuildTokens.Login {
  /** A token that is refused sooner than this has probably been replaced by another login. */
  private static final Duration RECENT_LOGIN = Duration.ofMinutes(10);

  private final TokenService service;
  private final TokenRequest request;
  private final Account account;

  TokenLookup(TokenService service, TokenRequest request) {
    this.service = service;
    this.request = request;
    this.account = request.account();
  }

  @Override
  public TokenResult run() throws AuthException {
    service.api().requireSafe();
    var provided = request.provided().token().orElse(null);
    var result = provided == null ? null : new ProvidedTokens(service, request).use(provided);
    if (result != null) {
      return result;
    }
    var cached = fresh(service.cached(account));
    var token = confirmed(cached);
    return new TokenResult(token == null ? newToken(cached) : token);
  }

  @Override
  public boolean replaces(AccessToken token) throws AuthException {
    return token.source() == AccessToken.Source.ENVIRONMENT
        && new ProvidedTokens(service, request).isReplaced(token.value());
  }

  /** The cached token as it may be used; null if there is none, or the API refuses it. */
  private @Nullable AccessToken confirmed(@Nullable AccessToken cached) throws AuthException {
    if (cached == null) {
      return null;
    }
    var now = service.timing().now();
    if (cached.isVerifiedWithin(request.verifyInterval(), now)) {
      return cached;
    }
    var verdict = service.ask(request, cached.value());
    service.warnOrFailIfUnknown(
        request, verdict, Message.of("Took the token of {} from the cache", account));
    return switch (verdict.kind()) {
      case ACCEPTED -> {
        var verified = cached.verified(now);
        service.cache().confirm(account, verified);
        yield verified;
      }
      case UNKNOWN -> cached;
      case REFUSED -> {
        warnOfAnotherMachine(cached, verdict);
        yield null;
      }
    };
  }

  /** A sandbox on this machine refuses tokens after each restart. */
  private void warnOfAnotherMachine(AccessToken token, Verdict refusal) {
    var issuedAt = token.issuedAt();
    if (!account.url().isLoopback()
        && issuedAt != null
        && service.timing().now().isBefore(issuedAt.plus(RECENT_LOGIN))) {
      service.warn(
          Message.of(
              "The cached token of {} was refused ({}) less than 10 minutes after its login. If"
                  + " another machine uses this account, too, each login may end the other's token:"
                  + " give each machine a separate account.",
              account,
              refusal.reason()));
    }
  }

  /**
   * Logs in, unless another build has done so meanwhile.
   *
   * @param refused the cached token that the API refused, if there was one
   */
  private AccessToken newToken(@Nullable AccessToken refused) throws AuthException {
    var source = request.source();
    if (source == null) {
      drop(refused);
      throw new UserMistakeException(
          "The cached token of {} was refused or has expired, and there are no credentials to log in"
              + " with. Configure them, or type mvn netnut:login.",
          account);
    }
    var limit = service.deadline().left().dividedBy(2);
    var wait =
        service.deadline().await(limit, Message.of("another build to log in as {}.", account));
    var right =
        service
            .cache()
            .lock(
                account,
                limit,
                () -> {
                  wait.sayIfDue();
                  return fresh(cachedOtherThan(refused)) != null;
                });
    try {
      var other = cachedOtherThan(refused);
      var fresh = fresh(other);
      var token = confirmed(fresh);
      if (token != null) {
        return token;
      }
      drop(refused);
      drop(fresh);
      return loginOrExpiring(source, fresh == null ? other : null);
    } finally {
      right.end();
    }
  }

  /** The cached token; null if there is none, or only the refused one. */
  private @Nullable AccessToken cachedOtherThan(@Nullable AccessToken refused) {
    var found = service.cached(account);
    return found == null || refused == null || !found.value().equals(refused.value())
        ? found
        : null;
  }

  /**
   * Logs in.
   *
   * @param expiring a token that expires soon, for the case that no response comes
   */
  private AccessToken loginOrExpiring(AccountSource source, @Nullable AccessToken expiring)
      throws AuthException {
    try {
      service.api().requireOnline();
      return login(source.credentials(service.deadline()));
    } catch (ServiceException e) {
      if (expiring == null
          || expiring.isExpired(service.timing().now())
          || !e.isTransient()
          || request.verification() == Verification.STRICT) {
        throw e;
      }
      service.warn(
          Message.of(
              "{} Using the cached token, which expires at {}.",
              e.message(),
              expiring.shownExpiry()));
      return expiring;
    }
  }

  /** Logs in, has the API confirm the new token, and keeps it in the cache. */
  private AccessToken login(Credentials credentials) throws AuthException {
    var done = Message.of("Logged in as {}", new Account(account.url(), credentials.email()));
    var asked = service.timing().now();
    var value = service.api().login(credentials);
    var expiresAt = service.expiry().apply(value).orElse(asked.plus(CustomersApi.LIFETIME));
    var owner = account.email() == null ? Email.shortened(credentials.email()) : null;
    var asking = service.timing().now();
    var token = new AccessToken(value, AccessToken.Source.LOGIN, asked, expiresAt, null, owner);
    if (token.isExpired(asking)) {
      throw new ServiceException(
          "{}, but the new token had already expired at {}. Check this machine's clock.",
          done,
          token.shownExpiry());
    }
    var verdict = service.ask(request, value);
    if (verdict.kind() == Verdict.Kind.REFUSED) {
      throw new ServiceException(
          "{}, but the API refused the token that it had just issued ({}). If apiUrl leads through a"
              + " gateway, check authorizationScheme; else try again later.",
          done,
          verdict.reason());
    }
    if (verdict.kind() == Verdict.Kind.ACCEPTED) {
      token = token.verified(asking);
    }
    // Kept even if an unknown answer fails this build: the next one need not log in for it.
    boolean isKept = service.cache().keep(account, token);
    service.warnOrFailIfUnknown(request, verdict, done);
    if (isKept && token.isExpired(service.timing().now().plus(request.minValidity()))) {
      service.warn(
          Message.of(
              "The new token of {} expires at {}, sooner than minValidity allows, so no later"
                  + " build can use it and every build logs in. Set a shorter minValidity.",
              account,
              token.shownExpiry()));
    }
    return token;
  }

  private void drop(@Nullable AccessToken token) {
    if (token != null) {
      service.drop(account, token.value());
    }
  }

  private @Nullable AccessToken fresh(@Nullable AccessToken token) {
    return token != null && service.isFresh(token, request.minValidity()) ? token : null;
  }
}
