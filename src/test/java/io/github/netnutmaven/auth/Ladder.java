package io.github.netnutmaven.auth;

import io.github.netnutmaven.testkit.FakeCache;
import io.github.netnutmaven.testkit.FixedAccount;
import io.github.netnutmaven.testkit.FixedTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Builds that ask a {@link TokenService} for a token, each a build without a memory. */
abstract class Ladder {
  static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final Duration MIN_VALIDITY = Duration.ofMinutes(5);
  static final Account ACCOUNT = new Account(ApiUrl.DEFAULT, "me@example.com");

  final List<String> asked = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final Map<String, Verdict> verdicts = new HashMap<>();
  final FakeCache cache = new FakeCache();
  Verdict verdict = Verdict.accepted();
  Optional<ServiceException> loginFailure = Optional.empty();
  Optional<Instant> expiry = Optional.empty();
  Account account = ACCOUNT;
  @Nullable AccountSource source = new FixedAccount("me@example.com", "fake-password");
  TokenSource provided = TokenSource.NONE;
  Verification verification = Verification.LENIENT;
  Duration interval = INTERVAL;
  Instant now = NOW;
  Duration loginTakes = Duration.ZERO;
  Duration checkTakes = Duration.ZERO;
  Runnable whileAsked = () -> {};
  boolean isSafe = true;
  boolean isOnline = true;

  TokenService service(TokenCache tokens) {
    var timing = new LadderTiming();
    return new TokenService(
        new FakeApi(),
        tokens,
        new BuildTokens(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()),
        token -> expiry,
        new Deadline(Duration.ofSeconds(120), timing, line -> lines.add(line.toString())),
        timing,
        message -> warnings.add(message.toString()));
  }

  Optional<TokenResult> obtain(TokenService service) throws AuthException {
    return service.obtain(
        new TokenRequest(account, source, provided, verification, interval, MIN_VALIDITY));
  }

  AccessToken obtain() throws AuthException {
    return obtain(service(cache)).orElseThrow().token();
  }

  void provide() {
    provided = () -> Optional.of(new ProvidedToken("fake-provided", "NETNUT_TOKEN"));
  }

  void refuse(String token) {
    verdicts.put(token, Verdict.refused("400"));
  }

  /** The cache has the token {@code fake-cached}, from a login an hour ago. */
  void cached(Duration left) {
    cache.token = Optional.of(cached("fake-cached", left, null));
  }

  static AccessToken cached(String value, Duration left, @Nullable Instant verifiedAt) {
    var issuedAt = NOW.minus(Duration.ofHours(1));
    return new AccessToken(
        value, AccessToken.Source.CACHE, issuedAt, NOW.plus(left), verifiedAt, null);
  }

  final void cachedAndConfirmed(Duration ago) {
    cache.token = Optional.of(cached("fake-cached", Duration.ofHours(3), NOW.minus(ago)));
  }

  final Optional<Instant> noted() {
    return cache.token.map(AccessToken::verifiedAt);
  }

  final Optional<String> kept() {
    return cache.token.map(AccessToken::value);
  }

  private final class LadderTiming extends FixedTiming {
    @Override
    public long nanoTime() {
      return Duration.between(NOW, now).toNanos();
    }

    @Override
    public Instant now() {
      return now;
    }
  }

  private final class FakeApi implements AuthApi {
    @Override
    public void requireSafe() throws UserMistakeException {
      if (!isSafe) {
        throw new UserMistakeException("not safe");
      }
    }

    @Override
    public void requireOnline() throws UserMistakeException {
      if (!isOnline) {
        throw new UserMistakeException("offline");
      }
    }

    @Override
    public String login(Credentials credentials) throws ServiceException {
      asked.add("login");
      now = now.plus(loginTakes);
      if (loginFailure.isPresent()) {
        throw loginFailure.get();
      }
      return "fake-from-login";
    }

    @Override
    public Verdict check(String token) {
      asked.add("check " + token);
      now = now.plus(checkTakes);
      whileAsked.run();
      return verdicts.getOrDefault(token, verdict);
    }

    @Override
    public void close() {}
  }
}
