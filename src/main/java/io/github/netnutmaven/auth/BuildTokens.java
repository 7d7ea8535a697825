package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tokens and failed logins of a build. Each account logs in once, successful or not, no matter
 * how many modules ask at the same time.
 *
 * <p>The maps belong to the build and hold JDK types only: a build may run two versions of this
 * plugin, or one in two class loaders, and neither knows the other's classes.
 */
public final class BuildTokens {
  private static final String MISTAKE = "mistake";
  private static final String FAILURE = "failure";

  private final ConcurrentMap<String, CompletableFuture<Map<String, String>>> logins;
  private final ConcurrentMap<String, Set<String>> tokens;

  /**
   * @param logins the logins of the build, by their accounts
   * @param tokens all tokens that the build has had, by their accounts
   */
  public BuildTokens(
      ConcurrentMap<String, CompletableFuture<Map<String, String>>> logins,
      ConcurrentMap<String, Set<String>> tokens) {
    this.logins = logins;
    this.tokens = tokens;
  }

  /** Gets a token that the build does not have. */
  @FunctionalInterface
  public interface Login {
    /** Gets it. */
    TokenResult run() throws AuthException;

    /** Whether it gets another token in place of the one that the build has. */
    default boolean replaces(AccessToken token) throws AuthException {
      return false;
    }
  }

  /**
   * The account's token, or the failure to get it. The first caller runs the login, all others wait
   * for its outcome. A token that has expired, or that the login replaces, is replaced.
   *
   * @param now this machine's time
   * @param deadline ends the wait for another module's login
   */
  public TokenResult token(Account account, Instant now, Deadline deadline, Login login)
      throws AuthException {
    while (true) {
      var mine = new CompletableFuture<Map<String, String>>();
      var theirs = logins.putIfAbsent(account.key(), mine);
      if (theirs == null) {
        return run(account, login, mine);
      }
      var token = tokenOrFailure(await(theirs, deadline));
      if (!token.isExpired(now) && !login.replaces(token)) {
        return new TokenResult(token, null, false);
      }
      logins.remove(account.key(), theirs);
    }
  }

  /** The account's token if the build has one already. */
  Optional<AccessToken> find(Account account) {
    return Optional.ofNullable(tokenIn(logins.get(account.key())));
  }

  /** Remembers a token of the account; returns whether the build had not seen it before. */
  boolean markSeen(Account account, String token) {
    return tokens(account).add(token);
  }

  /** Whether the build has the account's token, is getting it, or failed to. */
  boolean knows(Account account) {
    return logins.containsKey(account.key());
  }

  /** Every token that this build has had, expired and forgotten ones included. */
  public Set<String> everyToken() {
    return tokens.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** Every token that this build has had for the account. */
  public Set<String> tokensOf(Account account) {
    return Set.copyOf(tokens(account));
  }

  /**
   * Forgets the account's token, but not a failed login.
   *
   * @return whether there was one
   */
  public boolean forget(Account account) {
    return forget(account.key());
  }

  /**
   * Forgets every account's token.
   *
   * @return whether there was any
   */
  public boolean forgetAll() {
    boolean any = false;
    for (var key : logins.keySet()) {
      any |= forget(key);
    }
    return any;
  }

  private boolean forget(String key) {
    var login = logins.get(key);
    return tokenIn(login) != null && logins.remove(key, login);
  }

  private TokenResult run(
      Account account, Login login, CompletableFuture<Map<String, String>> outcome)
      throws AuthException {
    try {
      var result = login.run();
      tokens(account).add(result.token().value());
      outcome.complete(result.token().fields());
      return result;
    } catch (AuthException e) {
      outcome.complete(
          Map.of(e instanceof UserMistakeException ? MISTAKE : FAILURE, e.message().toString()));
      throw e;
    } finally {
      // After an Error: no module may wait for an outcome that never comes.
      outcome.complete(Map.of(FAILURE, "The login of another module was aborted."));
    }
  }

  private Set<String> tokens(Account account) {
    return tokens.computeIfAbsent(account.key(), key -> ConcurrentHashMap.newKeySet());
  }

  /** The token, or the same failure again. */
  private static AccessToken tokenOrFailure(Map<String, String> fields) throws AuthException {
    var token = AccessToken.of(fields);
    if (token != null) {
      return token;
    }
    var mistake = fields.get(MISTAKE);
    if (mistake != null) {
      throw new UserMistakeException(Message.ofLines(mistake));
    }
    throw new ServiceException(Message.ofLines(String.valueOf(fields.get(FAILURE))));
  }

  private static @Nullable AccessToken tokenIn(
      @Nullable CompletableFuture<Map<String, String>> login) {
    return login != null && login.isDone() ? AccessToken.of(login.join()) : null;
  }

  private static Map<String, String> await(
      CompletableFuture<Map<String, String>> login, Deadline deadline) throws ServiceException {
    var limit = deadline.left();
    try {
      var wait = deadline.await(limit, Message.of("the login of another module."));
      if (wait.until(time -> isDoneWithin(time, login))) {
        return login.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException("Stopped waiting for a login: the build was interrupted.");
    }
    throw new ServiceException(
        "Waited {} s for the login of another module, but it has not finished. Allow more time"
            + " with -Dnetnut.timeout.",
        limit.toSeconds());
  }

  private static boolean isDoneWithin(Duration time, CompletableFuture<?> login)
      throws InterruptedException {
    try {
      login.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
