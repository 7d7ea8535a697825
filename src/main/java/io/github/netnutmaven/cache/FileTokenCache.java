package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
import io.github.netnutmaven.files.AtomicFile;
import io.github.netnutmaven.files.FileFault;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps each account's token in a file, as the package description says. */
public final class FileTokenCache implements TokenCache {
  /** A token may seem to come from the future after the clock was set back, by up to this much. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** The age at which a temporary file counts as left behind by a build that was killed. */
  private static final Duration LEFTOVER_AGE = Duration.ofMinutes(10);

  /** A regular expression for the name of every account's token file. */
  private static final String TOKEN_FILES = "[0-9a-f]{64}\\.token";

  private final CacheDirectory directory;
  private final Timing timing;
  private final Consumer<Message> warn;

  /**
   * @param directory where the files are; created when the first token is stored
   * @param timing time, and waiting
   * @param warn receives what the user should act on
   */
  public FileTokenCache(Path directory, Timing timing, Consumer<Message> warn) {
    this(directory, Protection.of(directory), timing, warn);
  }

  FileTokenCache(Path directory, Protection protection, Timing timing, Consumer<Message> warn) {
    this.directory = new CacheDirectory(directory, protection, timing, warn);
    this.timing = timing;
    this.warn = warn;
  }

  @Override
  public Optional<AccessToken> find(Account account) {
    var now = timing.now();
    var token = record(account);
    if (token != null && token.isExpired(now)) {
      whileLocked(account, () -> removeExpired(account));
      return Optional.empty();
    }
    return token == null || isOfFuture(token, now) ? Optional.empty() : Optional.of(token);
  }

  private static boolean isOfFuture(AccessToken token, Instant now) {
    return token.issuedAt() != null && token.issuedAt().isAfter(now.plus(CLOCK_TOLERANCE));
  }

  private static String tokenFile(Account account) {
    return CacheRecord.hash(account) + ".token";
  }

  private static String lockFile(Account account) {
    return CacheRecord.hash(account) + ".lock";
  }

  private @Nullable AccessToken record(Account account) {
    return CacheRecord.decode(content(account), account);
  }

  private void removeExpired(Account account) throws IOException {
    var token = record(account);
    if (token != null && token.isExpired(timing.now())) {
      directory.remove(Pattern.quote(tokenFile(account)), Instant.MAX);
    }
  }

  @Override
  public boolean keep(Account account, AccessToken token) {
    try {
      if (directory.create() && !CacheRecord.isOfLaterVersion(content(account), timing.now())) {
        directory.replace(tokenFile(account), CacheRecord.encode(account, token));
        directory.remove(CacheDirectory.TEMPORARY_FILES, timing.now().minus(LEFTOVER_AGE));
        return true;
      }
    } catch (IOException e) {
      warn.accept(
          Message.of(
              "Did not cache the token: {} cannot be written ({}). The next build logs in again. Fix"
                  + " it, set cacheDirectory to another directory, or set cache=off.",
              directory,
              FileFault.reason(e)));
    }
    return false;
  }

  /** The content of the token's file; empty if there is no file, or it is not trusted. */
  private byte[] content(Account account) {
    var name = tokenFile(account);
    Message problem;
    try {
      if (!directory.isUsable()) {
        return new byte[0];
      }
      problem = directory.problem(name);
      if (problem == null) {
        return directory.read(name, CacheRecord.MAX_SIZE + 1);
      }
    } catch (NoSuchFileException e) {
      return new byte[0];
    } catch (IOException e) {
      problem = Message.of("it cannot be read: {}. Fix or remove it", FileFault.reason(e));
    }
    warn.accept(Message.of("Ignored the cached token in {}: {}.", directory.file(name), problem));
    return new byte[0];
  }

  @Override
  public void confirm(Account account, AccessToken verified) {
    whileLocked(
        account,
        () -> {
          var cached = find(account);
          if (cached.isPresent() && cached.get().value().equals(verified.value())) {
            directory.replace(tokenFile(account), CacheRecord.encode(account, verified));
          }
        });
  }

  /**
   * Changes a record while it holds the lock, so that the new token of another build is not lost.
   * Does nothing if another build has the lock, or if something fails: a later build tries again.
   */
  private void whileLocked(Account account, AtomicFile.Step change) {
    try {
      var right = directory.isUsable() ? directory.lock(lockFile(account)).tryLock() : null;
      if (right != null) {
        try {
          change.run();
        } finally {
          right.end();
        }
      }
    } catch (IOException e) {
      // As the description says.
    }
  }

  @Override
  public boolean forget(Account account) {
    return remove(Pattern.quote(tokenFile(account)));
  }

  @Override
  public boolean forgetAll() {
    return remove(TOKEN_FILES + "|" + CacheDirectory.TEMPORARY_FILES);
  }

  private boolean remove(String names) {
    try {
      return directory.isUsable() && directory.remove(names, Instant.MAX);
    } catch (IOException e) {
      warn.accept(
          Message.of(
              "Did not remove the cached token from {}: {}.", directory, FileFault.reason(e)));
      return false;
    }
  }

  @Override
  public LoginRight lock(Account account, Duration limit, BooleanSupplier isDone) {
    var name = lockFile(account);
    try {
      if (directory.create()) {
        var problem = RegularFile.problem(directory.file(name), LinkOption.NOFOLLOW_LINKS);
        if (problem.isPresent()) {
          warn.accept(
              Message.of(
                  "Builds that start together may each log in, because they cannot lock {}: {}."
                      + " Remove it.",
                  directory.file(name),
                  problem.get()));
        }
        return directory.lock(name).lock(limit, isDone);
      }
    } catch (IOException e) {
      // Continue without a lock; storing the token will report the problem.
    }
    return () -> {};
  }

  /** Its directory. */
  @Override
  public String toString() {
    return directory.toString();
  }
}
