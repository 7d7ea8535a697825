package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gets a token, the cheapest way first: the one that this build has, the one that the environment
 * provides, the cached one, a login. Only a token that the API has confirmed is used, as strictly
 * as the request says.
 *
 * @param api the API
 * @param cache the tokens of earlier builds
 * @param build the tokens of this build
 * @param expiry when a token expires, if it says so itself
 * @param deadline the end of the goal's time
 * @param timing this machine's time
 * @param warnings receives what the user should act on
 */
public record TokenService(
    AuthApi api,
    TokenCache cache,
    BuildTokens build,
    Function<String, Optional<Instant>> expiry,
    Deadline deadline,
    Timing timing,
    Consumer<Message> warnings)
    implements AutoCloseable {
  /** The longest wait to drop a token while another build gets one for the same account. */
  private static final Duration DROP_TIMEOUT = Duration.ofSeconds(1);

  /**
   * A token for the account.
   *
   * @return nothing if there is no token, and no credentials to log in with
   * @throws UserMistakeException when the token or the account is refused and there is no other way
   * @throws ServiceException when no usable response comes
   */
  public Optional<TokenResult> obtain(TokenRequest request) throws AuthException {
    var account = request.account();
    if (!build.knows(account) && !hasAnyWay(request)) {
      return Optional.empty();
    }
    var lookup = new TokenLookup(this, request);
    return Optional.of(build.token(account, timing.now(), deadline, lookup));
  }

  /**
   * The account's token if there is one without a login, valid or not.
   *
   * @param source where an earlier step may provide a token
   * @throws UserMistakeException as {@link TokenSource#token}
   */
  public Optional<AccessToken> existingToken(Account account, TokenSource source)
      throws UserMistakeException {
    var token = build.find(account);
    if (token.isPresent()) {
      return token;
    }
    var provided = source.token().orElse(null);
    return provided == null ? cache.find(account) : Optional.of(known(provided));
  }

  /**
   * Asks the API about a token. If it is the account's cached token, the cache notes a confirmation
   * and drops a token that is refused.
   *
   * @throws AuthException as {@link AuthApi#check} does
   */
  public Verdict check(Account account, String token) throws AuthException {
    var asked = timing.now();
    var verdict = api.check(token);
    var cached = cached(account);
    if (cached != null && cached.value().equals(token)) {
      switch (verdict.kind()) {
        case ACCEPTED -> cache.confirm(account, cached.verified(asked));
        case REFUSED -> dropWhenUnlocked(account, token);
        case UNKNOWN -> {}
      }
    }
    return verdict;
  }

  /** What the API says about a token; unknown if {@code verify} is {@code off}. */
  Verdict ask(TokenRequest request, String token) throws AuthException {
    return request.verification() == Verification.OFF
        ? Verdict.unknown("not asked.")
        : api.check(token);
  }

  /**
   * Decides what an unknown answer means.
   *
   * @param done what was done before the API was asked, for the message
   * @throws ServiceException when the answer is unknown and {@code verify} is {@code strict}
   */
  void warnOrFailIfUnknown(TokenRequest request, Verdict verdict, Message done)
      throws ServiceException {
    if (verdict.kind() != Verdict.Kind.UNKNOWN || request.verification() == Verification.OFF) {
      return;
    }
    var message = Message.of("{}, but could not confirm the token: {}", done, verdict.reason());
    if (request.verification() == Verification.STRICT) {
      throw new ServiceException("{} With verify=lenient it would be used.", message);
    }
    warn(Message.of("{} Using it unconfirmed.", message));
  }

  /** Drops a token, but not beside a build that is getting a new one. */
  private void dropWhenUnlocked(Account account, String token) {
    var right = cache.lock(account, DROP_TIMEOUT, () -> false);
    try {
      drop(account, token);
    } finally {
      right.end();
    }
  }

  /** Drops a token from the cache, unless another has taken its place. */
  void drop(Account account, String token) {
    var cached = cached(account);
    if (cached != null && cached.value().equals(token)) {
      cache.forget(account);
    }
  }

  /** The account's token in the cache, if it has not expired. */
  @Nullable AccessToken cached(Account account) {
    return cache.find(account).orElse(null);
  }

  /** Whether there is anything to get a token with; if not, nothing else is decided. */
  private boolean hasAnyWay(TokenRequest request) throws UserMistakeException {
    if (request.source() != null || request.provided().token().isPresent()) {
      return true;
    }
    var cached = cached(request.account());
    return cached != null && isFresh(cached, request.minValidity());
  }

  /** Whether a token is valid for at least this long. */
  boolean isFresh(AccessToken token, Duration minValidity) {
    var expiresAt = token.expiresAt();
    var now = timing.now();
    return expiresAt == null
        || (!token.isExpired(now) && !now.plus(minValidity).isAfter(expiresAt));
  }

  /** What is known about a provided token. */
  AccessToken known(ProvidedToken provided) {
    var value = provided.value();
    return new AccessToken(value, expiry.apply(value).orElse(null), AccessToken.Source.ENVIRONMENT);
  }

  void warn(Message message) {
    warnings.accept(message);
  }

  /** Closes the API. */
  @Override
  public void close() {
    api.close();
  }
}
