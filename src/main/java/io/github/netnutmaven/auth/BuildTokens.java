package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The tokens and failed logins of a build. Each account logs in once, successful or not, no matter
 * how many modules ask at the same time.
 *
 * <p>The map belongs to the build and holds JDK types only: a build may run two versions of this
 * plugin, or one in two class loaders, and neither knows the other's classes.
 */
public final class BuildTokens {
  private static final String TOKENS = "tokens of ";

  private final ConcurrentMap<String, Object> facts;

  /**
   * @param facts the build's map, shared by all its modules and threads
   */
  public BuildTokens(ConcurrentMap<String, Object> facts) {
    this.facts = facts;
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
      var mine = new CompletableFuture<Map<String, Object>>();
      var theirs = outcome(facts.putIfAbsent(account.key(), mine));
      if (theirs == null) {
        return run(account, login, mine);
      }
      var token = LoginOutcome.require(await(theirs, deadline));
      if (!token.isExpired(now) && !login.replaces(token)) {
        return new TokenResult(token, null, false);
      }
      facts.remove(account.key(), theirs);
    }
  }

  /** The account's token if the build has one already. */
  Optional<AccessToken> find(Account account) {
    return Optional.ofNullable(tokenIn(outcome(facts.get(account.key()))));
  }

  /** Whether the build has not seen this token of the account before; it has now. */
  boolean isNew(Account account, String token) {
    return tokens(account).add(token);
  }

  /** Whether the build has the account's token, is getting it, or failed to. */
  boolean knows(Account account) {
    return facts.containsKey(account.key());
  }

  /** Every token that this build has had, expired and forgotten ones included. */
  public Set<String> everyToken() {
    var tokens = new HashSet<String>();
    for (var key : facts.keySet()) {
      if (key.startsWith(TOKENS)) {
        tokens.addAll(tokens(key));
      }
    }
    return tokens;
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
    for (var key : facts.keySet()) {
      if (Account.isKey(key)) {
        any |= forget(key);
      }
    }
    return any;
  }

  private boolean forget(String key) {
    var outcome = outcome(facts.get(key));
    return tokenIn(outcome) != null && facts.remove(key, outcome);
  }

  private TokenResult run(
      Account account, Login login, CompletableFuture<Map<String, Object>> outcome)
      throws AuthException {
    try {
      var result = login.run();
      tokens(account).add(result.token().value());
      outcome.complete(LoginOutcome.of(result.token()));
      return result;
    } catch (AuthException e) {
      outcome.complete(LoginOutcome.of(e));
      throw e;
    } finally {
      // After an Error: no module may wait for an outcome that never comes.
      outcome.complete(
          LoginOutcome.of(new ServiceException("The login of another module was aborted.")));
    }
  }

  private Set<String> tokens(Account account) {
    return tokens(TOKENS + account.key());
  }

  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  private Set<String> tokens(String key) {
    facts.putIfAbsent(key, ConcurrentHashMap.<String>newKeySet());
    return (Set<String>) facts.get(key);
  }

  private static Map<String, Object> await(
      CompletableFuture<Map<String, Object>> login, Deadline deadline) throws ServiceException {
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

  private static @Nullable AccessToken tokenIn(
      @Nullable CompletableFuture<Map<String, Object>> login) {
    return login != null && login.isDone() ? LoginOutcome.token(login.join()) : null;
  }

  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  private static @Nullable CompletableFuture<Map<String, Object>> outcome(@Nullable Object fact) {
    return (CompletableFuture<Map<String, Object>>) fact;
  }
}
