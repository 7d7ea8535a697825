package io.github.netnutmaven.output;

import io.github.netnutmaven.files.AtomicFile;
import io.github.netnutmaven.files.RegularFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ThreadLocalRandom;

/** Creates files that from the start only their owner can read and write. */
final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  /**
   * Replaces a file or a link, or creates a file.
   *
   * @throws IOException if it cannot be written, or if something else is at the path or where the
   *     link leads: a directory, a pipe, a socket or a device
   */
  static void write(Path path, byte[] content) throws IOException {
    var problem = RegularFile.problem(path);
    if (problem.isPresent()) {
      throw new FileSystemException(path.toString(), null, problem.get());
    }
    createParent(path);
    var name = path.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong());
    var temporary = path.resolveSibling(name);
    AtomicFile.write(
        temporary,
        content,
        ownerOnly(path),
        () -> {},
        () -> Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE));
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
