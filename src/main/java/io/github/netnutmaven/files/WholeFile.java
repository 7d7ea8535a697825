package io.github.netnutmaven.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes a file beside its place and moves it there, so that it is never there in part. */
public final class WholeFile {
  private WholeFile() {}

  /** How a file that is whole comes to its place. */
  @FunctionalInterface
  public interface Move {
    /** Moves it there, in one step. */
    void run() throws IOException;
  }

  /**
   * Writes a new file and has it moved; whatever happens, nothing is left beside the place.
   *
   * @param temporary where it is written; nothing may be there yet
   * @param attributes what it has from its creation, as {@link #ownerAlone()}
   */
  public static void write(
      Path temporary, byte[] content, FileAttribute<?>[] attributes, Move intoPlace)
      throws IOException {
    try {
      try (var channel =
          Files.newByteChannel(
              temporary,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              attributes)) {
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      intoPlace.run();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** What makes a file its owner's alone where files have modes. */
  public static FileAttribute<?>[] ownerAlone() {
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
