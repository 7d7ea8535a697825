package io.github.netnutmaven.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gets a token the cheapest way that works: one that was handed over, else a login. A token is
 * exposed only after the API has confirmed it.
 */
public final class TokenService {
  /** How long a token lives that does not say so itself, from the API's documentation. */
  public static final Duration LIFETIME = Duration.ofHours(24);

  private final AuthApi api;
  private final Function<String, Optional<Instant>> expiry;
  private final Clock clock;
  private final Consumer<String> warn;

  /**
   * Asks nothing yet.
   *
   * @param api the API
   * @param expiry when a token ends by its own word
   * @param clock this machine's time
   * @param warn where the user is told what he should act on
   */
  public TokenService(
      AuthApi api, Function<String, Optional<Instant>> expiry, Clock clock, Consumer<String> warn) {
    this.api = api;
    this.expiry = expiry;
    this.clock = clock;
    this.warn = warn;
  }

  /**
   * A token for the account.
   *
   * @param account whom it is for
   * @param handedOver a token from an earlier step
   * @param source where the account's credentials are, if they are anywhere
   * @throws UserMistakeException when the account or the token is refused and there is no other way
   * @throws ServiceException when no usable answer comes
   */
  public AccessToken obtain(
      Account account,
      Optional<HandedOver> handedOver,
      Optional<AccountSource> source,
      Verification verification)
      throws AuthException {
    if (handedOver.isPresent()) {
      var token = handedOver.get().token(expiry.apply(handedOver.get().value()));
      var flaw = flaw(token, handedOver.get(), account.url(), verification);
      if (flaw.isEmpty()) {
        return token;
      }
      if (source.isEmpty()) {
        throw new UserMistakeException(
            flaw.get() + ", and there are no credentials to log in with. Hand over a good one.");
      }
      warn.accept(flaw.get() + ": logging in as " + account.shortEmail() + " instead.");
    }
    return login(account, source.orElseThrow(), verification);
  }

  /** What keeps a token that was handed over from being used. */
  private Optional<String> flaw(
      AccessToken token, HandedOver handedOver, ApiUrl url, Verification verification)
      throws AuthException {
    var name = "The token from " + handedOver.from();
    if (token.hasEnded(clock.instant())) {
      return Optional.of(name + " ended at " + token.shownEnd());
    }
    if (verification == Verification.OFF) {
      return Optional.empty();
    }
    var verdict = api.check(token.value());
    return switch (verdict.kind()) {
      case ACCEPTED -> Optional.empty();
      case REFUSED -> Optional.of(name + " was refused by " + url + " (" + verdict.reason() + ")");
      case UNKNOWN -> {
        unsure("Took the token from " + handedOver.from(), verdict, verification);
        yield Optional.empty();
      }
    };
  }

  private AccessToken login(Account account, AccountSource source, Verification verification)
      throws AuthException {
    var credentials = source.credentials();
    var asked = clock.instant();
    var value = api.login(credentials);
    var token =
        new AccessToken(
            value,
            Optional.of(expiry.apply(value).orElse(asked.plus(LIFETIME))),
            AccessToken.LOGIN);
    if (token.hasEnded(clock.instant())) {
      throw new ServiceException(
          "Logged in as "
              + account
              + ", but the token that came had ended at "
              + token.shownEnd()
              + " already. Check this machine's clock.");
    }
    if (verification != Verification.OFF) {
      confirm(account, token, verification);
    }
    return token;
  }

  private void confirm(Account account, AccessToken token, Verification verification)
      throws AuthException {
    var verdict = api.check(token.value());
    switch (verdict.kind()) {
      case ACCEPTED -> {}
      case REFUSED ->
          throw new ServiceException(
              "Logged in as "
                  + account
                  + ", but the API refused the token that it had just given ("
                  + verdict.reason()
                  + "). If apiUrl leads through a gateway, check authorizationScheme; else try"
                  + " again later.");
      case UNKNOWN -> unsure("Logged in as " + account, verdict, verification);
    }
  }

  private void unsure(String done, Verdict verdict, Verification verification)
      throws ServiceException {
    var told = done + ", but could not confirm the token: " + verdict.reason();
    if (verification == Verification.STRICT) {
      throw new ServiceException(told + " With verify=lenient it would be used.");
    }
    warn.accept(told + " Using it unconfirmed.");
  }
}
