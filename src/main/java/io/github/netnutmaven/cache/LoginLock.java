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
import java.time.Instant;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
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

  /** The system property of a lock: when it expires, and the thread that has it. */
  private static final Pattern VALUE = Pattern.compile("([0-9]{1,18}) [0-9]{1,18}");

  /**
   * Waits for the lock. After the wait the build goes on, even without the lock.
   *
   * @param limit the longest wait
   * @param isDone asked after each delay; true ends the wait
   */
  LoginRight lock(Duration limit, BooleanSupplier isDone) {
    long start = timing.nanoTime();
    do {
      var threads = tryLockThreads(limit);
      if (threads != null) {
        try {
          var right = tryLockFile(threads);
          if (right != null) {
            return right;
          }
        } catch (IOException e) {
          // For example no file descriptor is left, or a network drive has no locks. Only the
          // threads of this JVM wait for each other then.
          return threads;
        }
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
    var threads = tryLockThreads(Duration.ZERO);
    if (threads == null) {
      return null;
    }
    try {
      return tryLockFile(threads);
    } catch (IOException e) {
      threads.end();
      throw e;
    }
  }

  /**
   * Locks among the threads of this JVM, even if their copies of this class come from different
   * class loaders: the lock is a system property, which all of them share. It expires, so that a
   * lock left behind, by a dead thread or in a copy of all properties, does not block others for
   * long. A build that got it at the end of a wait has as long again, and a second in reserve.
   *
   * @return null if another thread has the lock
   */
  private @Nullable LoginRight tryLockThreads(Duration limit) {
    var property = "io.github.netnutmaven.lock " + file;
    var now = timing.now();
    var end = now.plus(limit.multipliedBy(2).plusSeconds(1));
    var value = end.toEpochMilli() + " " + Thread.currentThread().getId();
    var other = System.getProperties().putIfAbsent(property, value);
    return other == null
            || (isOver(other, now) && System.getProperties().replace(property, other, value))
        ? () -> System.getProperties().remove(property, value)
        : null;
  }

  /** Whether a lock has expired, or is none: anybody can set a system property. */
  private static boolean isOver(Object lock, Instant now) {
    var value = VALUE.matcher(lock.toString());
    return !value.matches() || now.toEpochMilli() > Long.parseLong(value.group(1));
  }

  /**
   * Locks among processes.
   *
   * @param threads the lock among threads, which ends with this one. After an exception it stays.
   * @return null if another process has the lock
   */
  private @Nullable LoginRight tryLockFile(LoginRight threads) throws IOException {
    var channel = lockedFile();
    if (channel == null) {
      threads.end();
      return null;
    }
    return () -> {
      try {
        channel.close();
      } catch (IOException e) {
        // The lock is gone even if closing fails.
      }
      threads.end();
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
