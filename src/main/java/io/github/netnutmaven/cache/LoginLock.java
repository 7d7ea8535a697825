package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.auth.TokenCache.Turn;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Takes turns: first among the threads of this JVM, then among all processes. */
final class LoginLock {
  /** The shortest time between two looks at the lock; the longest is three times as long. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Path file;
  private final Protection protection;
  private final Timing timing;

  /**
   * @param file what is locked; nothing else opens it, and nobody ever deletes it
   */
  LoginLock(Path file, Protection protection, Timing timing) {
    this.file = file;
    this.protection = protection;
    this.timing = timing;
  }

  /** Waits for a turn until patience is at its end, or the wait is over for another reason. */
  Turn turn(Duration patience, BooleanSupplier over) {
    long start = timing.nanoTime();
    var mark = mark(patience);
    do {
      if (mark.set(timing.now())) {
        var turn = withFile(mark);
        if (turn.isPresent()) {
          return turn.get();
        }
        mark.clear();
      }
    } while (timing.nanoTime() - start < patience.toNanos() && hasWaited() && !over.getAsBoolean());
    return () -> {};
  }

  /**
   * A turn without a wait; nothing if another has it.
   *
   * @throws IOException when the file cannot be locked, so that nobody knows whether another has it
   */
  Optional<Turn> ifFree() throws IOException {
    var mark = mark(Duration.ZERO);
    if (!mark.set(timing.now())) {
      return Optional.empty();
    }
    var turn = Optional.<Turn>empty();
    try {
      turn = locked(mark);
    } finally {
      if (turn.isEmpty()) {
        mark.clear();
      }
    }
    return turn;
  }

  /** Who gets a turn at the end of a wait has as much time again, and some for slow machines. */
  private JvmLock mark(Duration patience) {
    return new JvmLock(file, patience.multipliedBy(2).plusSeconds(1));
  }

  /** The turn, if no other process has it. */
  private Optional<Turn> withFile(JvmLock mark) {
    try {
      return locked(mark);
    } catch (IOException e) {
      // No descriptor, a folder that cannot be written, a network drive without locks, something
      // else in the lock's place: then only the threads of this process wait for each other.
      return Optional.of(mark::clear);
    }
  }

  private Optional<Turn> locked(JvmLock mark) throws IOException {
    var channel = open();
    if (lock(channel).isEmpty()) {
      close(channel);
      return Optional.empty();
    }
    return Optional.of(
        () -> {
          close(channel);
          mark.clear();
        });
  }

  private FileChannel open() throws IOException {
    return RegularFile.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
        protection.file());
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      // Somebody in this JVM overstayed.
      return Optional.empty();
    } catch (IOException e) {
      close(channel);
      throw e;
    }
  }

  private boolean hasWaited() {
    try {
      timing.sleep(
          LOOK_AGAIN.plus(Duration.ofNanos((long) (timing.random() * 2 * LOOK_AGAIN.toNanos()))));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock is gone with the channel, however that was closed.
    }
  }
}
