package io.github.netnutmaven.output;

import io.github.netnutmaven.files.AtomicFile;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** Creates files that from the start only their owner can read and write. */
final class OwnerOnlyFile {
  private static final String TEMPORARY = ".netnut-maven-plugin-";
  private static final int MAX_TRIES = 20;

  private OwnerOnlyFile() {}

  /**
   * Creates or replaces a file. Removes what a killed process left of an earlier attempt.
   *
   * @throws IOException if it cannot be written, or if something else is at the path: a link, a
   *     directory, a pipe, a socket or a device
   */
  static void write(Path path, byte[] content) throws IOException {
    requireRegular(path);
    createParent(path);
    for (int tries = 1; ; tries++) {
      try {
        removeLeftovers(path);
        replace(path, content);
        return;
      } catch (NoSuchFileException e) {
        // Another process took our temporary file for a killed one's.
        if (tries == MAX_TRIES) {
          throw e;
        }
      }
    }
  }

  /**
   * Refuses what {@link #write} refuses.
   *
   * @throws IOException if something else is at the path
   */
  static void requireRegular(Path path) throws IOException {
    var problem = RegularFile.problem(path, LinkOption.NOFOLLOW_LINKS);
    if (problem.isPresent()) {
      throw new FileSystemException(path.toString(), null, problem.get());
    }
  }

  private static void replace(Path path, byte[] content) throws IOException {
    var unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    var temporary = path.resolveSibling(path.getFileName() + TEMPORARY + unique + ".tmp");
    AtomicFile.write(
        temporary,
        content,
        ownerOnly(path),
        () -> {},
        () -> Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE));
  }

  /**
   * Removes a regular file, and what a killed process left beside it.
   *
   * @return whether the file was there
   */
  static boolean remove(Path path) throws IOException {
    removeLeftovers(path);
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(path);
  }

  private static void removeLeftovers(Path path) {
    try {
      RegularFile.remove(
          path.resolveSibling(""),
          Pattern.quote(path.getFileName() + TEMPORARY) + "[0-9a-f]{16}\\.tmp",
          Instant.MAX);
    } catch (IOException e) {
      // Another user's directory or file, for example: it does not keep this user from his token.
    }
  }

  /** Creates an empty file unless something is at the path already. */
  static void createEmpty(Path path) throws IOException {
    createParent(path);
    try {
      Files.createFile(path, ownerOnly(path));
    } catch (FileAlreadyExistsException e) {
      // Another process has created it at the same time.
    }
  }

  private static void createParent(Path path) throws IOException {
    var parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
  }

  /** Without POSIX modes, the access control list of the directory decides. */
  private static FileAttribute<?>[] ownerOnly(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
