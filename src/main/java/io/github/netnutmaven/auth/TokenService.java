package io.github.netnutmaven.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gets a token the cheapest way that works: one that was handed over, else one that an earlier
 * build left in the cache, else a login. A token is exposed only after the API has confirmed it.
 */
public final class TokenService {
  /** A token that is refused sooner than this has probably been ended by another login. */
  private static final Duration YOUNG = Duration.ofMinutes(10);

  private final AuthApi api;
  private final TokenCache cache;
  private final Confirmation confirmation;
  private final Requirements required;
  private final Function<String, Optional<Instant>> expiry;
  private final Clock clock;
  private final Consumer<String> warn;

  /**
   * Asks nothing yet.
   *
   * @param api the API
   * @param cache the tokens of earlier builds
   * @param required what a token has to meet
   * @param expiry when a token ends by its own word
   * @param clock this machine's time
   * @param warn where the user is told what he should act on
   */
  public TokenService(
      AuthApi api,
      TokenCache cache,
      Requirements required,
      Function<String, Optional<Instant>> expiry,
      Clock clock,
      Consumer<String> warn) {
    this.api = api;
    this.cache = cache;
    this.confirmation = new Confirmation(api, required.verification(), warn);
    this.required = required;
    this.expiry = expiry;
    this.clock = clock;
    this.warn = warn;
  }

  /**
   * A token for the account.
   *
   * @param account whom it is for
   * @param providedToken a token from an earlier step
   * @param source where the account's credentials are, if they are anywhere
   * @throws UserMistakeException when the account or the token is refused and there is no other way
   * @throws ServiceException when no usable answer comes
   */
  public AccessToken obtain(
      Account account, Optional<ProvidedToken> providedToken, Optional<AccountSource> source)
      throws AuthException {
    if (providedToken.isPresent()) {
      var token = providedToken.get().token(expiry.apply(providedToken.get().value()));
      var problem = problem(token, providedToken.get(), account.url());
      if (problem.isEmpty()) {
        return token;
      }
      if (source.isEmpty()) {
        throw new UserMistakeException(
            problem.get() + ", and there are no credentials to log in with. Hand over a good one.");
      }
      warn.accept(problem.get() + ": using the account " + account.shortEmail() + " instead.");
    }
    return cachedOrNew(account, source);
  }

  /** What keeps a token that was handed over from being used. */
  private Optional<String> problem(AccessToken token, ProvidedToken providedToken, ApiUrl url)
      throws AuthException {
    var name = "The token from " + providedToken.from();
    if (token.isExpired(clock.instant())) {
      return Optional.of(name + " ended at " + token.shownExpiry());
    }
    return refusal(token.value(), "Took the token from " + providedToken.from())
        .map(reason -> name + " was refused by " + url + " (" + reason + ")");
  }

  private AccessToken cachedOrNew(Account account, Optional<AccountSource> source)
      throws AuthException {
    var cached = fresh(account);
    var good = good(cached, account);
    if (good.isPresent()) {
      return good.get();
    }
    if (source.isEmpty()) {
      drop(account, cached);
      throw withoutCredentials(account, cached.isPresent());
    }
    var patience = api.timeLeft().dividedBy(2);
    var turn = cache.turn(account, patience, () -> isAnother(fresh(account), cached));
    try {
      var found = cache.find(account);
      var theirs = fresh(found);
      var goodToo =
          isAnother(theirs, cached) ? good(theirs, account) : Optional.<AccessToken>empty();
      if (goodToo.isPresent()) {
        return goodToo.get();
      }
      drop(account, theirs.isPresent() ? theirs : cached);
      boolean spares = theirs.isEmpty() && isAnother(found, cached);
      return loginOrSpare(account, source.get(), spares ? found : Optional.empty());
    } finally {
      turn.end();
    }
  }

  private static UserMistakeException withoutCredentials(Account account, boolean refused) {
    return new UserMistakeException(
        "The cached token of "
            + account
            + (refused ? " was refused" : " has ended, or is about to")
            + ", and there are no credentials to log in with. Configure them, or type mvn"
            + " netnut:login.");
  }

  /**
   * Logs in.
   *
   * @param spare a token that is good, but not for long, in case that no answer comes
   */
  private AccessToken loginOrSpare(
      Account account, AccountSource source, Optional<CachedToken> spare) throws AuthException {
    try {
      return new ConfirmedLogin(api, cache, confirmation, expiry, clock).run(account, source);
    } catch (ServiceException e) {
      var left = spare.filter(token -> !token.isExpired(clock.instant()));
      if (left.isEmpty() || !e.isPassing() || confirmation.isStrict()) {
        throw e;
      }
      var token = left.get().token();
      warn.accept(
          e.getMessage() + " Using the cached token, which ends at " + token.shownExpiry() + ".");
      return token;
    }
  }

  private Optional<CachedToken> fresh(Account account) {
    return fresh(cache.find(account));
  }

  private Optional<CachedToken> fresh(Optional<CachedToken> token) {
    return token.isPresent() && isFresh(token.get()) ? token : Optional.empty();
  }

  private boolean isFresh(CachedToken token) {
    return token.isFresh(clock.instant(), required.minValidity());
  }

  /** A cached token as it may be used; nothing if there is none, or the API does not take it. */
  private Optional<AccessToken> good(Optional<CachedToken> cached, Account account)
      throws AuthException {
    if (cached.isEmpty()) {
      return Optional.empty();
    }
    var token = cached.get();
    var now = clock.instant();
    if (token.isVerifiedWithin(required.verifyInterval(), now)) {
      return Optional.of(token.token());
    }
    var verdict = confirmation.ask(token.value());
    confirmation.settle(verdict, "Took the token of " + account + " from the cache");
    return switch (verdict.kind()) {
      case ACCEPTED -> Optional.of(confirmed(token, account, now));
      case UNKNOWN -> Optional.of(token.token());
      case REFUSED -> {
        warnOfAnotherMachine(token, account, verdict);
        yield Optional.empty();
      }
    };
  }

  /** Notes the answer for the builds to come, if there was one. */
  private AccessToken confirmed(CachedToken token, Account account, Instant asked) {
    if (!confirmation.isAsking()) {
      return token.token();
    }
    var verified = token.verified(asked);
    cache.confirm(account, verified);
    return verified.token();
  }

  private void warnOfAnotherMachine(CachedToken token, Account account, Verdict refusal) {
    if (clock.instant().isBefore(token.issuedAt().plus(YOUNG))) {
      warn.accept(
          "The cached token of "
              + account
              + " was refused ("
              + refusal.reason()
              + ") less than 10 minutes after its login. If another machine uses this account, too,"
              + " each login may end the other's token: give each its own account.");
    }
  }

  /** Why the API does not take a token. */
  private Optional<String> refusal(String token, String done) throws AuthException {
    var verdict = confirmation.ask(token);
    confirmation.settle(verdict, done);
    return verdict.kind() == Verdict.Kind.REFUSED
        ? Optional.of(verdict.reason())
        : Optional.empty();
  }

  /** Drops a token that was refused, unless another has taken its place. */
  private void drop(Account account, Optional<CachedToken> refused) {
    if (refused.isPresent() && !isAnother(cache.find(account), refused)) {
      cache.forget(account);
    }
  }

  private static boolean isAnother(Optional<CachedToken> token, Optional<CachedToken> known) {
    return token.isPresent()
        && !token.map(CachedToken::value).equals(known.map(CachedToken::value));
  }
}
