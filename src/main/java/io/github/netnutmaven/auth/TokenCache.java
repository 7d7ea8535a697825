package io.github.netnutmaven.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tokens that outlive a build. None of its methods fails: a cache that cannot be used has nothing,
 * keeps nothing, and warns.
 */
public interface TokenCache {
  /** A cache that has nothing and keeps nothing. */
  TokenCache NONE = new NoTokenCache();

  /** The account's token, if it has one that has not ended. */
  Optional<CachedToken> find(Account account);

  /** Keeps the account's token in place of any other. */
  void keep(Account account, CachedToken token);

  /**
   * Notes when the API confirmed the account's token, unless another has taken its place. A note
   * that cannot be made is lost without a warning: a later build only asks once more.
   */
  void confirm(Account account, CachedToken verified);

  /**
   * Drops the account's token.
   *
   * @return whether there was one
   */
  boolean forget(Account account);

  /**
   * Drops every account's token.
   *
   * @return whether there was any
   */
  boolean forgetAll();

  /**
   * Waits until no other build, in this process or another, is getting a token for the account.
   *
   * @param patience the longest wait, after which it is this build's turn all the same
   * @param over asked while it waits; once true, the wait is over
   * @return what to end when the token is there
   */
  Turn turn(Account account, Duration patience, BooleanSupplier over);

  /** The right to get a token for an account while others wait. */
  @FunctionalInterface
  interface Turn {
    /** Lets the next one in. */
    void end();
  }
}
