package io.github.netnutmaven.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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
 * What a build remembers of its logins, so that each account is logged in once, whether it went
 * well or not, however many modules ask at the same time.
 *
 * <p>The map belongs to the build and holds JDK types only: a build may run two versions of this
 * plugin, or one in two class loaders, whose own classes are strangers to each other.
 */
public final class BuildMemory {
  private static final String TOKEN = "token";
  private static final String ENDS_AT = "expiresAt";
  private static final String SOURCE = "source";
  private static final String MISTAKE = "mistake";
  private static final String FAILURE = "failure";
  private static final String TOKENS = "tokens of ";

  private final ConcurrentMap<String, Object> memory;

  /**
   * @param memory the build's own, shared by all its modules and threads
   */
  public BuildMemory(ConcurrentMap<String, Object> memory) {
    this.memory = memory;
  }

  /** How a token comes about when nobody has one. */
  @FunctionalInterface
  public interface Login {
    /** Logs in. */
    AccessToken run() throws AuthException;
  }

  /**
   * The account's token, or the failure that asking for it was; whoever comes first runs the login,
   * and all others wait for its outcome. A token that has ended is replaced.
   *
   * @param account what the token belongs to
   * @param now this machine's time
   * @param patience the longest wait for another module's login
   */
  public AccessToken token(Account account, Instant now, Duration patience, Login login)
      throws AuthException {
    while (true) {
      var mine = new CompletableFuture<Map<String, Object>>();
      var theirs = future(memory.putIfAbsent(account.key(), mine));
      if (theirs.isEmpty()) {
        return run(account, login, mine);
      }
      var token = recall(await(theirs.get(), patience));
      if (!token.isExpired(now)) {
        return token;
      }
      memory.remove(account.key(), theirs.get());
    }
  }

  /** The account's token if the build has one already. */
  public Optional<AccessToken> remembered(Account account) {
    return tokenIn(future(memory.get(account.key())));
  }

  /** Whether the build has the account's token, is getting it, or failed to. */
  public boolean knows(Account account) {
    return memory.containsKey(account.key());
  }

  /** Every token that this build has had, those that ended or were forgotten included. */
  public Set<String> everyToken() {
    var tokens = new HashSet<String>();
    for (var key : memory.keySet()) {
      if (key.startsWith(TOKENS)) {
        tokens.addAll(tokens(key));
      }
    }
    return tokens;
  }

  /** Every token that this build has had of the account. */
  public Set<String> tokensOf(Account account) {
    return Set.copyOf(tokens(TOKENS + account.key()));
  }

  /** Forgets the account's token, but not that its login failed. */
  public boolean forget(Account account) {
    return forget(account.key());
  }

  /** Forgets every account's token. */
  public boolean forgetAll() {
    boolean any = false;
    for (var key : memory.keySet()) {
      if (Account.isKey(key)) {
        any |= forget(key);
      }
    }
    return any;
  }

  private boolean forget(String key) {
    var login = future(memory.get(key));
    return tokenIn(login).isPresent() && memory.remove(key, login.get());
  }

  private AccessToken run(
      Account account, Login login, CompletableFuture<Map<String, Object>> outcome)
      throws AuthException {
    try {
      var token = login.run();
      tokens(TOKENS + account.key()).add(token.value());
      outcome.complete(remembered(token));
      return token;
    } catch (UserMistakeException e) {
      outcome.complete(Map.of(MISTAKE, e.getMessage()));
      throw e;
    } catch (ServiceException e) {
      outcome.complete(Map.of(FAILURE, e.getMessage()));
      throw e;
    } finally {
      // After an Error: nobody may wait for what will never come.
      outcome.complete(Map.of(FAILURE, "The login of another module broke off."));
    }
  }

  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  private Set<String> tokens(String key) {
    memory.putIfAbsent(key, ConcurrentHashMap.<String>newKeySet());
    return (Set<String>) memory.get(key);
  }

  private static Map<String, Object> remembered(AccessToken token) {
    var outcome = new HashMap<String, Object>();
    outcome.put(TOKEN, token.value());
    outcome.put(SOURCE, token.source());
    if (token.expiresAt().isPresent()) {
      outcome.put(ENDS_AT, token.expiresAt().get());
    }
    return Map.copyOf(outcome);
  }

  private static Map<String, Object> await(
      CompletableFuture<Map<String, Object>> login, Duration patience) throws ServiceException {
    try {
      return login.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException("Stopped waiting for a login: the build was interrupted.");
    } catch (TimeoutException e) {
      throw new ServiceException(
          "Waited "
              + patience.toSeconds()
              + " s for the login that another module began, but it has not ended. Allow more with"
              + " -Dnetnut.timeout.");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AccessToken recall(Map<String, Object> outcome) throws AuthException {
    if (outcome.get(MISTAKE) instanceof String mistake) {
      throw new UserMistakeException(mistake);
    }
    var token = read(outcome);
    if (token.isEmpty()) {
      throw new ServiceException(String.valueOf(outcome.get(FAILURE)));
    }
    return token.get();
  }

  private static Optional<AccessToken> tokenIn(
      Optional<CompletableFuture<Map<String, Object>>> login) {
    return login.isPresent() && login.get().isDone() ? read(login.get().join()) : Optional.empty();
  }

  private static Optional<AccessToken> read(Map<String, Object> outcome) {
    return outcome.get(TOKEN) instanceof String token
            && outcome.get(SOURCE) instanceof String source
        ? Optional.of(
            new AccessToken(token, Optional.ofNullable((Instant) outcome.get(ENDS_AT)), source))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  private static Optional<CompletableFuture<Map<String, Object>>> future(
      @Nullable Object remembered) {
    return Optional.ofNullable((CompletableFuture<Map<String, Object>>) remembered);
  }
}
