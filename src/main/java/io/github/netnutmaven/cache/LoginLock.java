package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache.LoginRight;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one build at a time log in: it locks first among the threads of this JVM, then among
 * processes.
 *
 * @param file the file to lock; nothing else opens it, and it is never deleted
 */
record LoginLock(Path file, Protection protection, Timing timing) {
  /** The shortest delay between two attempts to lock; the longest is three times as long. */
  private static final Duration RETRY_DELAY = Duration.ofMillis(50);

  /**
   * Waits for the lock. After the wait the build goes on, even without the lock.
   *
   * @param limit the longest wait
   * @param isDone asked after each delay; true ends the wait
   */
  LoginRight lock(Duration limit, BooleanSupplier isDone) {
    var threads = threads(limit);
    long start = timing.nanoTime();
    do {
      try {
        var right = tryLock(threads);
        if (right != null) {
          return right;
        }
      } catch (IOException e) {
        // For example no file descriptor is left, or a network drive has no locks. Only the
        // threads of this JVM wait for each other then.
        return threads::unlock;
      }
    } while (timing.nanoTime() - start < limit.toNanos() && hasWaited() && !isDone.getAsBoolean());
    return () -> {};
  }

  /**
   * Locks without waiting.
   *
   * @return null if another build has the lock
   * @throws IOException if the file cannot be locked
   */
  @Nullable LoginRight tryLock() throws IOException {
    var threads = threads(Duration.ZERO);
    try {
      return tryLock(threads);
    } catch (IOException e) {
      threads.unlock();
      throw e;
    }
  }

  /** A build that got the lock at the end of a wait has as long again, and a second in reserve. */
  private JvmLock threads(Duration limit) {
    return new JvmLock(file, limit.multipliedBy(2).plusSeconds(1));
  }

  /** After an exception the threads of this JVM are still locked. */
  private @Nullable LoginRight tryLock(JvmLock threads) throws IOException {
    if (!threads.tryLock(timing.now())) {
      return null;
    }
    var channel = lockedFile();
    if (channel == null) {
      threads.unlock();
      return null;
    }
    return () -> {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock is gone even if closing fails.
      }
      threads.unlock();
    };
  }

  /** The open file, locked; null if another process has locked it. */
  private @Nullable FileChannel lockedFile() throws IOException {
    var channel =
        RegularFile.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            protection.fileAttributes());
    boolean isLocked = false;
    try {
      isLocked = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // Another thread of this JVM has kept the lock until it expired.
    } finally {
      if (!isLocked) {
        channel.close();
      }
    }
    return isLocked ? channel : null;
  }

  private Duration delay() {
    return RETRY_DELAY.plusNanos((long) (timing.random() * 2 * RETRY_DELAY.toNanos()));
  }

  /** Waits, and returns true, unless the thread is interrupted. */
  private boolean hasWaited() {
    try {
      timing.sleep(delay());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
