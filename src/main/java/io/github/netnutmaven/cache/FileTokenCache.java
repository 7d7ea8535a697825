package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Account;
import io.github.netnutmaven.auth.CachedToken;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache;
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

/** Keeps tokens in files, one for each account, as the package's description has it. */
public final class FileTokenCache implements TokenCache {
  /** A clock that was set back may make a token look as if it came from the future. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** What a build that was killed has left is nobody's any more. */
  private static final Duration LEFTOVER = Duration.ofMinutes(10);

  private final CacheDirectory folder;
  private final Timing timing;
  private final Consumer<String> warn;

  /**
   * Touches nothing yet.
   *
   * @param folder where the files are; made when the first token is kept
   * @param timing time, and waiting
   * @param warn where the user is told what he should act on
   */
  public FileTokenCache(Path folder, Timing timing, Consumer<String> warn) {
    this(folder, Protection.of(folder), timing, warn);
  }

  FileTokenCache(Path folder, Protection protection, Timing timing, Consumer<String> warn) {
    this.folder = new CacheDirectory(folder, protection, warn);
    this.timing = timing;
    this.warn = warn;
  }

  @Override
  public Optional<CachedToken> find(Account account) {
    var key = CacheKey.of(account);
    var now = timing.now();
    var bytes = content(key);
    var token =
        bytes.isPresent() ? CacheRecord.decode(bytes.get(), key) : Optional.<CachedToken>empty();
    boolean isUsable =
        token.isPresent()
            && !token.get().isExpired(now)
            && !token.get().issuedAt().isAfter(now.plus(CLOCK_TOLERANCE));
    return isUsable ? token : Optional.empty();
  }

  @Override
  public void keep(Account account, CachedToken token) {
    var key = CacheKey.of(account);
    try {
      if (folder.make() && !isOfLaterVersion(key)) {
        file(key).replace(CacheRecord.encode(key, token));
        folder.removeOlder(CacheNames.TEMPORARY, timing.now().minus(LEFTOVER));
      }
    } catch (IOException e) {
      warn.accept(
          "Did not cache the token: "
              + folder
              + " cannot be written ("
              + FileFault.reason(e)
              + "). The next build logs in again. Fix it, set cacheDirectory to another folder, or"
              + " set cache=off.");
    }
  }

  /**
   * Whoever gets a new token has the turn: the note is made in a turn, so that it never goes over a
   * new token.
   */
  @Override
  public void confirm(Account account, CachedToken verified) {
    var key = CacheKey.of(account);
    try {
      var turn = folder.isUsable() ? turnTaker(key).ifFree() : Optional.<Turn>empty();
      if (turn.isPresent()) {
        try {
          note(account, key, verified);
        } finally {
          turn.get().end();
        }
      }
    } catch (IOException e) {
      // Without the note the next build asks the API once more.
    }
  }

  private void note(Account account, CacheKey key, CachedToken verified) throws IOException {
    var cached = find(account);
    if (cached.isPresent() && cached.get().value().equals(verified.value())) {
      file(key).replace(CacheRecord.encode(key, verified));
    }
  }

  @Override
  public boolean forget(Account account) {
    try {
      return folder.isUsable() && file(CacheKey.of(account)).delete();
    } catch (IOException e) {
      warnOfKept(e);
      return false;
    }
  }

  @Override
  public boolean forgetAll() {
    try {
      return folder.isUsable() && folder.removeOlder(CacheNames.TOKEN, Instant.MAX);
    } catch (IOException e) {
      warnOfKept(e);
      return false;
    }
  }

  @Override
  public Turn turn(Account account, Duration patience, BooleanSupplier over) {
    try {
      if (folder.make()) {
        var key = CacheKey.of(account);
        warnOfUnusable(lock(key));
        return turnTaker(key).turn(patience, over);
      }
    } catch (IOException e) {
      // Then it is every build for itself; what cannot be written is told when it is to be kept.
    }
    return () -> {};
  }

  /** Its directory. */
  @Override
  public String toString() {
    return folder.toString();
  }

  private Optional<byte[]> content(CacheKey key) {
    var file = file(key);
    try {
      if (!folder.isUsable()) {
        return Optional.empty();
      }
      var problem = problem(file.path());
      if (problem.isEmpty()) {
        return Optional.of(file.read(CacheRecord.MAX_SIZE + 1));
      }
      warnOfIgnored(file, problem.get());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      warnOfIgnored(file, "it cannot be read: " + FileFault.reason(e) + ". Fix or remove it");
    }
    return Optional.empty();
  }

  private Optional<String> problem(Path file) throws IOException {
    var attributes = folder.protection().attributes(file);
    return attributes.isRegularFile()
        ? folder.protection().flawOfFile(file, attributes)
        : RegularFile.problem(attributes).map(problem -> problem + ". Remove it");
  }

  private void warnOfIgnored(CacheFile file, String why) {
    warn.accept("Ignored the cached token in " + file.path() + ": " + why + ".");
  }

  private void warnOfUnusable(Path lock) throws IOException {
    var problem = RegularFile.problem(lock, LinkOption.NOFOLLOW_LINKS);
    if (problem.isPresent()) {
      warn.accept(
          "Builds that start together may each log in, because they cannot lock "
              + lock
              + ": "
              + problem.get()
              + ". Remove it.");
    }
  }

  private boolean isOfLaterVersion(CacheKey key) {
    return content(key).filter(b -> CacheRecord.isOfLaterVersion(b, timing.now())).isPresent();
  }

  private void warnOfKept(IOException e) {
    warn.accept(
        "Did not remove the cached token from " + folder + ": " + FileFault.reason(e) + ".");
  }

  private LoginLock turnTaker(CacheKey key) {
    return new LoginLock(lock(key), folder.protection(), timing);
  }

  private Path lock(CacheKey key) {
    return folder.path().resolve(CacheNames.lock(key));
  }

  private CacheFile file(CacheKey key) {
    return new CacheFile(folder.path().resolve(CacheNames.token(key)), folder.protection(), timing);
  }
}
