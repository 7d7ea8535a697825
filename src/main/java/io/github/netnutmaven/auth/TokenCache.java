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
  static TokenCache none() {
    return new TokenCache() {
      @Override
      public String toString() {
        return "none";
      }
    };
  }

  /** The account's token, if there is one; drops one that has expired. */
  default Optional<AccessToken> find(Account account) {
    return Optional.empty();
  }

  /**
   * Keeps the account's token in place of any other.
   *
   * @return whether later builds find it
   */
  default boolean keep(Account account, AccessToken token) {
    return false;
  }

  /**
   * Notes when the API confirmed the account's token, unless another has taken its place. If that
   * fails there is no warning, because a later build only asks once more.
   */
  default void confirm(Account account, AccessToken verified) {}

  /**
   * Drops the account's token.
   *
   * @return whether there was one
   */
  default boolean forget(Account account) {
    return false;
  }

  /**
   * Drops every account's token.
   *
   * @return whether there was any
   */
  default boolean forgetAll() {
    return false;
  }

  /**
   * Waits while another build, in this process or another, gets a token for the account.
   *
   * @param limit the longest wait; after it this build may log in anyway
   * @param isDone whether the wait may end early, asked while it waits
   * @return to be ended when the token is there
   */
  default LoginRight lock(Account account, Duration limit, BooleanSupplier isDone) {
    return () -> {};
  }

  /** The right to get a token for an account while other builds wait. */
  @FunctionalInterface
  interface LoginRight {
    /** Lets the next build get a token. */
    void end();
  }
}
