package io.github.netnutmaven.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Tokens that are kept between builds. No method fails: a cache that cannot be used is empty, keeps
 * nothing, and warns.
 */
public interface TokenCache {
  /** A cache that is always empty. */
  TokenCache NONE = new NoTokenCache();

  /** The account's token, if there is one; drops one that has expired. */
  Optional<CachedToken> find(Account account);

  /** Keeps the account's token in place of any other. */
  void keep(Account account, CachedToken token);

  /**
   * Notes when the API confirmed the account's token, unless another has taken its place. If that
   * fails there is no warning, because a later build only asks once more.
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
   * Waits while another build, in this process or another, gets a token for the account.
   *
   * @param patience the longest wait; after it this build gets its turn anyway
   * @param over whether the wait may end early, asked while it waits
   * @return the turn, to be ended when the token is there
   */
  Turn turn(Account account, Duration patience, BooleanSupplier over);

  /** The right to get a token for an account while other builds wait. */
  @FunctionalInterface
  interface Turn {
    /** Lets the next build get a token. */
    void end();
  }
}
