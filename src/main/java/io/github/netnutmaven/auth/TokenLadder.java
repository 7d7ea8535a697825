package io.github.netnutmaven.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gets a token that the build does not have yet: the provided one, the cached one, a login. */
final class TokenLadder implements BuildTokens.Login {
  /** A token that is refused sooner than this has probably been replaced by another login. */
  private static final Duration YOUNG = Duration.ofMinutes(10);

  private final TokenService service;
  private final TokenRequest request;
  private final Account account;
  private final Confirmation confirmation;

  TokenLadder(TokenService service, TokenRequest request) {
    this.service = service;
    this.request = request;
    this.account = request.account();
    this.confirmation = new Confirmation(service.api, request.verification(), service.warn);
  }

  @Override
  public TokenResult run() throws AuthException {
    service.api.requireSafe();
    var provided = request.provided().token().orElse(null);
    if (provided != null) {
      var result = new ProvidedTokens(service, request, confirmation).use(provided);
      if (result != null) {
        return result;
      }
    }
    var cached = fresh(service.cached(account));
    var token = use(cached);
    return new TokenResult(token == null ? newToken(cached) : token);
  }

  @Override
  public boolean replaces(AccessToken token) throws AuthException {
    return token.source() == AccessToken.Source.ENVIRONMENT
        && new ProvidedTokens(service, request, confirmation).isReplaced(token.value());
  }

  /** The cached token as it may be used; null if there is none, or the API refuses it. */
  private @Nullable AccessToken use(@Nullable CachedToken cached) throws AuthException {
    if (cached == null) {
      return null;
    }
    var now = service.timing.now();
    if (cached.isVerifiedWithin(request.verifyInterval(), now)) {
      return cached.token();
    }
    var verdict = confirmation.ask(cached.value());
    confirmation.settle(verdict, Message.of("Took the token of {} from the cache", account));
    return switch (verdict.kind()) {
      case ACCEPTED -> {
        var verified = cached.verified(now);
        service.cache.confirm(account, verified);
        yield verified.token();
      }
      case UNKNOWN -> cached.token();
      case REFUSED -> {
        warnOfAnotherMachine(cached, verdict);
        yield null;
      }
    };
  }

  /** A sandbox on this machine refuses tokens after each restart. */
  private void warnOfAnotherMachine(CachedToken token, Verdict refusal) {
    if (!account.url().isLoopback()
        && service.timing.now().isBefore(token.issuedAt().plus(YOUNG))) {
      service.warn.accept(
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
  private AccessToken newToken(@Nullable CachedToken refused) throws AuthException {
    var source = request.source();
    if (source == null) {
      drop(refused);
      throw new UserMistakeException(
          "The cached token of {} was refused or has expired, and there are no credentials to log in"
              + " with. Configure them, or type mvn netnut:login.",
          account);
    }
    var patience = service.deadline.left().dividedBy(2);
    var wait =
        service.deadline.await(patience, Message.of("another build to log in as {}.", account));
    var turn =
        service.cache.turn(
            account,
            patience,
            () -> {
              wait.sayIfDue();
              return fresh(otherThan(refused)) != null;
            });
    try {
      var other = otherThan(refused);
      var fresh = fresh(other);
      var token = use(fresh);
      if (token != null) {
        return token;
      }
      drop(refused);
      drop(fresh);
      return loginOrSpare(source, fresh == null ? other : null);
    } finally {
      turn.end();
    }
  }

  /** The cached token; null if there is none, or only the refused one. */
  private @Nullable CachedToken otherThan(@Nullable CachedToken refused) {
    var found = service.cached(account);
    return found == null || refused == null || !found.value().equals(refused.value())
        ? found
        : null;
  }

  /**
   * Logs in.
   *
   * @param spare a token that expires soon, for the case that no response comes
   */
  private AccessToken loginOrSpare(AccountSource source, @Nullable CachedToken spare)
      throws AuthException {
    try {
      service.api.requireOnline();
      var login = new ConfirmedLogin(service, account, confirmation);
      var token = login.run(source.credentials(service.deadline));
      if (token.isExpired(service.timing.now().plus(request.minValidity()))) {
        service.warn.accept(
            Message.of(
                "The new token of {} expires at {}, sooner than minValidity allows, so no later"
                    + " build can use it and every build logs in. Set a shorter minValidity.",
                account,
                token.shownExpiry()));
      }
      return token;
    } catch (ServiceException e) {
      if (spare == null
          || spare.isExpired(service.timing.now())
          || !e.isPassing()
          || confirmation.isStrict()) {
        throw e;
      }
      var token = spare.token();
      service.warn.accept(
          Message.of(
              "{} Using the cached token, which expires at {}.", e.message(), token.shownExpiry()));
      return token;
    }
  }

  private void drop(@Nullable CachedToken token) {
    if (token != null) {
      service.drop(account, token.value());
    }
  }

  private @Nullable CachedToken fresh(@Nullable CachedToken token) {
    return token != null && token.isFresh(service.timing.now(), request.minValidity())
        ? token
        : null;
  }
}
