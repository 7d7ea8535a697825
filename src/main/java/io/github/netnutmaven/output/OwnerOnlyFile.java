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

/** A file that is its owner's alone from its creation. */
final class OwnerOnlyFile {
  private OwnerOnlyFile() {}

  /**
   * Writes beside and moves into place. A file that is there is replaced, and so is a link, but
   * nothing else: a folder, a pipe or a device is no place for a token, nor is a link to one.
   */
  static void write(Path path, byte[] content) throws IOException {
    var problem = RegularFile.problem(path);
    if (problem.isPresent()) {
      throw new FileSystemException(path.toString(), null, problem.get());
    }
    makeFolder(path);
    var name = path.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong());
    var temporary = path.resolveSibling(name);
    AtomicFile.write(
        temporary,
        content,
        ownerAlone(path),
        () -> {},
        () -> Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE));
  }

  /** Makes an empty one; whatever is there already stays. */
  static void makeEmpty(Path path) throws IOException {
    makeFolder(path);
    try {
      Files.createFile(path, ownerAlone(path));
    } catch (FileAlreadyExistsException e) {
      // Another process was faster.
    }
  }

  private static void makeFolder(Path path) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  /** Where there are no modes, the folder's access control list decides. */
  private static FileAttribute<?>[] ownerAlone(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
