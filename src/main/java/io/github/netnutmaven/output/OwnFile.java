package io.github.netnutmaven.output;

import io.github.netnutmaven.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file of its owner alone, from its creation; whatever was in its place, a link too, is replaced.
 */
final class OwnFile {
  private OwnFile() {}

  /** Writes beside and moves into place. */
  static void write(Path path, byte[] content) throws IOException {
    var folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    var name = path.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong());
    boolean hasModes = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    var temporary = path.resolveSibling(name);
    WholeFile.write(
        temporary,
        content,
        // Where there are no modes, the folder's access control list decides.
        hasModes ? WholeFile.ownerAlone() : new FileAttribute<?>[0],
        () -> Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE));
  }
}
