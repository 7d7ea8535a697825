package io.github.netnutmaven.cache;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A mark that one thread of this JVM at a time can set for a file, whichever class loader its code
 * is from: a system property that is there while the mark is set. It holds when it ends, so that
 * one that was left behind, by a thread that died or a copy of all properties, stands in nobody's
 * way for long.
 */
final class JvmLock {
  private final String property;
  private final Duration longest;
  private String value = "";

  /**
   * @param longest after this time another thread may take it over
   */
  JvmLock(Path file, Duration longest) {
    this.property = "io.github.netnutmaven.lock " + file;
    this.longest = longest;
  }

  /** Sets the mark, unless another thread has it. */
  boolean set(Instant now) {
    value = now.plus(longest).toEpochMilli() + " " + Thread.currentThread().getId();
    var theirs = (String) System.getProperties().putIfAbsent(property, value);
    return theirs == null
        || (isOver(theirs, now) && System.getProperties().replace(property, theirs, value));
  }

  /** Takes the mark away. */
  void clear() {
    System.getProperties().remove(property, value);
  }

  private static boolean isOver(String value, Instant now) {
    return now.toEpochMilli() > Long.parseLong(value.substring(0, value.indexOf(' ')));
  }
}
