package io.github.netnutmaven.auth;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The cache that is always empty. */
final class NoTokenCache implements TokenCache, TokenCache.Turn {
  @Override
  public Optional<CachedToken> find(Account account) {
    return Optional.empty();
  }

  @Override
  public void keep(Account account, CachedToken token) {}

  @Override
  public void confirm(Account account, CachedToken verified) {}

  @Override
  public boolean forget(Account account) {
    return false;
  }

  @Override
  public boolean forgetAll() {
    return false;
  }

  @Override
  public Turn turn(Account account, Duration patience, BooleanSupplier over) {
    return this;
  }

  @Override
  public void end() {}

  @Override
  public String toString() {
    return "none";
  }
}
