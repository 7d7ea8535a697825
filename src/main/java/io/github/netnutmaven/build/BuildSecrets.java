package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.leak.Secret;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The secrets of a build that {@code leak-check} looks for, each value once. */
public final class BuildSecrets {
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
      warn.accept("Does not look for " + name + ", because it cannot be read: " + e.getMessage());
    }
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
