package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.ApiTarget;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.state.BuildState.Question;
import java.time.Duration;
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
  private final Timing timing;
  private final Consumer<Message> warn;

  /** Without a secret. */
  public BuildSecrets(Timing timing, Consumer<Message> warn) {
    this.timing = timing;
    this.warn = warn;
  }

  /** Adds secrets of one kind; if they cannot be read, warns and continues without them. */
  public void add(String name, Question<Collection<String>, AuthException> source) {
    try {
      source.answer().stream().map(value -> new Secret(name, value)).forEach(this::add);
    } catch (AuthException e) {
      warnOfUnreadable(name, e);
    }
  }

  /**
   * Adds the cached token and the stored password of an account. A password command is not run,
   * because it may ask a person; a build that logged in with it knows the password anyway.
   *
   * @return what the user should know
   */
  public Optional<Message> addAccount(
      Question<ApiTarget, AuthException> account, TokenCache cache) {
    try {
      var target = account.answer();
      var source = target.source();
      if (target.isSandbox()) {
        return Optional.empty();
      }
      cache.find(target.account()).ifPresent(token -> add(new Secret(TOKEN, token.value())));
      if (source != null && source.runsCommand()) {
        return names().contains(PASSWORD)
            ? Optional.empty()
            : Optional.of(
                Message.of(
                    "Does not look for the password: it comes {}.", source.passwordStorage()));
      }
      if (source != null) {
        var noTime = new Deadline(Duration.ZERO, timing);
        add(new Secret(PASSWORD, source.credentials(noTime).password()));
      }
    } catch (AuthException e) {
      warnOfUnreadable(PASSWORD, e);
    }
    return Optional.empty();
  }

  private void warnOfUnreadable(String name, AuthException e) {
    warn.accept(
        Message.of("Does not look for {}, because it cannot be read: {}", name, e.message()));
  }

  /** All secrets. */
  public List<Secret> all() {
    return List.copyOf(secrets);
  }

  /** What was not found if none of them was: {@code no token and no password}. */
  public String absence() {
    return names().stream()
        .map(name -> name.replaceFirst("^the", "no"))
        .collect(Collectors.joining(" and "));
  }

  /** Only the names of the secrets. */
  @Override
  public String toString() {
    return names().toString();
  }

  private List<String> names() {
    return secrets.stream().map(Secret::name).distinct().toList();
  }

  private void add(Secret secret) {
    if (secret.isTooShort()) {
      warn.accept(
          Message.of(
              "Does not look for {}: it has fewer than {} characters, and unrelated files may"
                  + " contain the same ones. Use a longer one.",
              secret.name(),
              Secret.SHORTEST));
    } else {
      secrets.add(secret);
    }
  }
}
