package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.files.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;

/** Reads, replaces and removes one small file, whole each time. */
final class CacheFile {
  /** Windows lets nobody replace or remove a file while somebody reads it. */
  private static final int TRIES = 5;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

  private final Path path;
  private final Protection protection;
  private final Timing timing;

  CacheFile(Path path, Protection protection, Timing timing) {
    this.path = path;
    this.protection = protection;
    this.timing = timing;
  }

  Path path() {
    return path;
  }

  /**
   * Its content, or as much of it as is too much.
   *
   * @param most how many bytes are read at most
   */
  byte[] read(int most) throws IOException {
    var bytes = ByteBuffer.allocate(most);
    try (var channel =
        Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // until its end
      }
    }
    var read = new byte[bytes.flip().remaining()];
    bytes.get(read);
    return read;
  }

  /** Puts new content in place of the old, or leaves the old as it is. */
  void replace(byte[] content) throws IOException {
    var temporary = path.resolveSibling(uniqueName());
    AtomicFile.write(
        temporary,
        content,
        protection.file(),
        () -> refuseUnlessOurs(temporary),
        () -> persist(timing, () -> Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE)));
  }

  /** What the file system was asked for is not always what it does. */
  private void refuseUnlessOurs(Path made) throws IOException {
    if (protection.flawOfFile(made, protection.attributes(made)).isPresent()) {
      throw new IOException(Protection.IGNORED);
    }
  }

  /**
   * Removes it; what is no regular file is not ours, whatever its name.
   *
   * @return whether it was there
   */
  boolean delete() throws IOException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    persist(timing, () -> Files.deleteIfExists(path));
    return true;
  }

  /** Makes a change, again after a while if it is denied. */
  static void persist(Timing timing, Change change) throws IOException {
    for (int made = 1; ; made++) {
      try {
        change.run();
        return;
      } catch (AccessDeniedException e) {
        if (made == TRIES) {
          throw e;
        }
        waitAWhile(timing, e);
      }
    }
  }

  private static void waitAWhile(Timing timing, IOException why) throws IOException {
    try {
      timing.sleep(BETWEEN_TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw why;
    }
  }

  /** A name that no other file has, in this process or another. */
  private String uniqueName() {
    return CacheNames.temporary(timing.nanoTime() ^ (long) (timing.random() * Long.MAX_VALUE));
  }

  /** A change in the folder. */
  @FunctionalInterface
  interface Change {
    /** Makes it. */
    void run() throws IOException;
  }
}
