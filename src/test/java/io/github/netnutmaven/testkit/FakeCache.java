package io.github.netnutmaven.testkit;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.TokenCache;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Holds one token; while a turn is waited for, another build may put one there. */
public final class FakeCache implements TokenCache {
  public Optional<AccessToken> token = Optional.empty();
  public Optional<AccessToken> meanwhile = Optional.empty();
  public Duration patience = Duration.ZERO;
  public boolean over;
  public boolean ended;
  public int turns;
  public Runnable whileWaiting = () -> {};

  @Override
  public Optional<AccessToken> find(Account account) {
    return token;
  }

  @Override
  public boolean keep(Account account, AccessToken newToken) {
    token = Optional.of(newToken);
    return true;
  }

  @Override
  public void confirm(Account account, AccessToken verified) {
    if (token.isPresent() && token.get().value().equals(verified.value())) {
      token = Optional.of(verified);
    }
  }

  @Override
  public boolean forget(Account account) {
    boolean had = token.isPresent();
    token = Optional.empty();
    return had;
  }

  @Override
  public boolean forgetAll() {
    throw new AssertionError("no build does this");
  }

  @Override
  public LoginRight lock(Account account, Duration longest, BooleanSupplier isOver) {
    turns++;
    patience = longest;
    token = meanwhile.or(() -> token);
    whileWaiting.run();
    over = isOver.getAsBoolean();
    return () -> ended = true;
  }
}
