package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.leak.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The secrets of a build that {@code leak-check} looks for, each value once. */
public final class BuildSecrets {
  /** The name of tokens in messages. */
  public static final String TOKEN = "the token";

  /** The name of passwords in messages. */
  public static final String PASSWORD = "the password";

  private final LinkedHashSet<Secret> secrets = new LinkedHashSet<>();
  private final Consumer<String> warn;

  /** No secrets yet. */
  public BuildSecrets(Consumer<String> warn) {
    this.warn = warn;
  }

  /** Gets secrets of one kind. */
  @FunctionalInterface
  public interface Source {
    /** All of them. */
    Collection<String> get() throws AuthException;
  }

  /** Adds secrets of one kind; if they cannot be read, warns and continues without them. */
  public void add(String name, Source source) {
    try {
      source.get().stream().map(value -> new Secret(name, value)).forEach(this::add);
    } catch (AuthException e) {
      warnOfUnreadable(name, e);
    }
  }

  /** Finds an account and its API. */
  @FunctionalInterface
  public interface Target {
    /** The account and its API. */
    ApiTarget get() throws AuthException;
  }

  /**
   * Adds the cached token and the stored password of an account. A password command is not run,
   * because it may ask a person; a build that logged in with it knows the password anyway.
   *
   * @param unused the time that a password command would have
   * @return what the user should know
   */
  public Optional<String> addAccount(Target account, TokenCache cache, Deadline unused) {
    try {
      var target = account.get();
      var source = target.source();
      if (target.isSandbox()) {
        return Optional.empty();
      }
      cache.find(target.account()).ifPresent(token -> add(new Secret(TOKEN, token.value())));
      if (source != null && source.runsCommand()) {
        return have(PASSWORD)
            ? Optional.empty()
            : Optional.of(
                "Does not look for the password: it comes " + source.passwordStorage() + ".");
      }
      if (source != null) {
        add(new Secret(PASSWORD, source.credentials(unused).password()));
      }
    } catch (AuthException e) {
      warnOfUnreadable(PASSWORD, e);
    }
    return Optional.empty();
  }

  private void warnOfUnreadable(String name, AuthException e) {
    warn.accept("Does not look for " + name + ", because it cannot be read: " + e.getMessage());
  }

  /** All secrets. */
  public List<Secret> all() {
    return new ArrayList<>(secrets);
  }

  /** Whether there is one of this name. */
  public boolean have(String name) {
    return secrets.stream().anyMatch(secret -> secret.name().equals(name));
  }

  /** How many different names they have. */
  public long kinds() {
    return secrets.stream().map(Secret::name).distinct().count();
  }

  /** Their names: {@code the token and the password}; empty without secrets. */
  @Override
  public String toString() {
    return secrets.stream().map(Secret::name).distinct().collect(Collectors.joining(" and "));
  }

  private void add(Secret secret) {
    if (secret.isTooShort()) {
      warn.accept(
          "Does not look for "
              + secret.name()
              + ": it has fewer than "
              + Secret.SHORTEST
              + " characters, and unrelated files may contain the same ones. Use a longer one.");
    } else {
      secrets.add(secret);
    }
  }
}
