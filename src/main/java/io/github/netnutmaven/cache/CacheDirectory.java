package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.Timing;
import io.github.netnutmaven.files.AtomicFile;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and writes private files in a directory in which other users cannot write. */
record CacheDirectory(Path path, Protection protection, Timing timing, Consumer<Message> warn) {
  /** A regular expression for the name of every file that is being written. */
  static final String TEMPORARY_FILES = "netnut-maven-plugin-[0-9a-f]{16}\\.tmp";

  /**
   * The name of a file that is being written.
   *
   * @param unique a number that no other file uses, in this process or another
   */
  static String temporaryFile(long unique) {
    return "netnut-maven-plugin-" + HexFormat.of().toHexDigits(unique) + ".tmp";
  }

  Path file(String name) {
    return path.resolve(name);
  }

  LoginLock lock(String name) {
    return new LoginLock(file(name), protection, timing);
  }

  /**
   * Whether it exists and is safe to use; if it exists and is not safe, the user gets a warning.
   */
  boolean isUsable() throws IOException {
    try {
      return isWithout(
          attributes(path).isDirectory()
              ? protection.directoryProblem(path)
              : Message.of(
                  "it is a link or a file, not a directory. Remove it, or choose another"
                      + " cacheDirectory"));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Creates it if it does not exist.
   *
   * @return whether tokens can be stored in it
   */
  boolean create() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      protection.createDirectory(path);
    }
    return isUsable() && isWithout(protection.newFileProblem(path));
  }

  private boolean isWithout(@Nullable Message problem) {
    if (problem != null) {
      warn.accept(Message.of("Did not use the token cache in {}: {}.", path, problem));
    }
    return problem == null;
  }

  /** Why a file is not trusted, and what to do; null if it is safe to read. */
  @Nullable Message problem(String name) throws IOException {
    var problem = RegularFile.problem(file(name), LinkOption.NOFOLLOW_LINKS);
    return problem.isPresent()
        ? Message.of("{}. Remove it", problem.get())
        : protection.fileProblem(file(name));
  }

  /**
   * The content of a file; of a larger file, its beginning.
   *
   * @param limit the largest number of bytes to read
   */
  byte[] read(String name, int limit) throws IOException {
    try (var stream = Files.newInputStream(file(name), LinkOption.NOFOLLOW_LINKS)) {
      return stream.readNBytes(limit);
    }
  }

  /** Replaces a file in one step; after an exception, the old file is still there. */
  void replace(String name, byte[] content) throws IOException {
    long unique = timing.nanoTime() ^ (long) (timing.random() * Long.MAX_VALUE);
    var temporary = file(temporaryFile(unique));
    AtomicFile.write(
        temporary,
        content,
        protection.fileAttributes(),
        () -> requirePrivate(temporary),
        () -> Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE));
  }

  /** Checks the mode that the new file really has, because some file systems ignore the request. */
  private void requirePrivate(Path created) throws IOException {
    if (protection.fileProblem(created) != null) {
      throw new IOException(Protection.IGNORED);
    }
  }

  /**
   * Removes regular files.
   *
   * @param names a regular expression for the whole file name
   * @param limit removes only files that were last written before this time
   * @return whether there was such a file
   */
  boolean remove(String names, Instant limit) throws IOException {
    return RegularFile.remove(path, names, limit);
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
