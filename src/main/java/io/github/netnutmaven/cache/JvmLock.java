package io.github.netnutmaven.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A lock among the threads of this JVM, even if their copies of this class come from different
 * class loaders: the lock is a system property, which all of them share. It expires, so that a lock
 * left behind, by a dead thread or in a copy of all properties, does not block others for long.
 */
final class JvmLock {
  private static final Pattern VALUE = Pattern.compile("([0-9]{1,18}) [0-9]{1,18}");

  private final String property;
  private final Duration lifetime;
  private String value = "";

  /**
   * @param file the file that the lock protects
   * @param lifetime when the lock expires, counted from the moment of locking
   */
  JvmLock(Path file, Duration lifetime) {
    this.property = "io.github.netnutmaven.lock " + file;
    this.lifetime = lifetime;
  }

  /** Locks, and returns true, unless another thread has the lock. */
  boolean tryLock(Instant now) {
    value = now.plus(lifetime).toEpochMilli() + " " + Thread.currentThread().getId();
    var other = System.getProperties().putIfAbsent(property, value);
    return other == null
        || (isOver(other, now) && System.getProperties().replace(property, other, value));
  }

  void unlock() {
    System.getProperties().remove(property, value);
  }

  /** Whether a lock has expired, or is none: anybody can set a system property. */
  private static boolean isOver(Object lock, Instant now) {
    var value = VALUE.matcher(lock.toString());
    return !value.matches() || now.toEpochMilli() > Long.parseLong(value.group(1));
  }
}
