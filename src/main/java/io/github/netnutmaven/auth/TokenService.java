package io.github.netnutmaven.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gets a token the cheapest way that works: the one that this build has, else one login. A token is
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
   * Logs in, and has the token confirmed.
   *
   * @throws UserMistakeException when the account is refused, or its new token is
   * @throws ServiceException when no usable answer comes
   */
  public AccessToken login(Account account, Credentials credentials, Verification verification)
      throws AuthException {
    var asked = clock.instant();
    var value = api.login(credentials);
    var token =
        new AccessToken(value, expiry.apply(value).orElse(asked.plus(LIFETIME)), AccessToken.LOGIN);
    if (token.hasEnded(clock.instant())) {
      throw new ServiceException(
          "Logged in as "
              + account
              + ", but the token that came had ended at "
              + token.endsAt()
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
      case UNKNOWN -> {
        var unsure =
            "Logged in as " + account + ", but could not confirm the token: " + verdict.reason();
        if (verification == Verification.STRICT) {
          throw new ServiceException(unsure + " With verify=lenient it would be used.");
        }
        warn.accept(unsure + " Using it unconfirmed.");
      }
    }
  }
}
