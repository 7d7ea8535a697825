package io.github.netnutmaven.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Writes a new file and moves it to its destination, where it never appears in part. */
public final class AtomicFile {
  private AtomicFile() {}

  /** One step of writing a file. */
  @FunctionalInterface
  public interface Step {
    /** Does it; an exception cancels the rest. */
    void run() throws IOException;
  }

  /**
   * Writes and moves a file. Afterwards there is no temporary file, even if something failed.
   *
   * @param temporary the file to write, in the same directory as the destination
   * @param attributes what the file has from its creation, such as its mode
   * @param check what to do with the empty file before anything is written into it
   * @param move moves the temporary file to its destination in one step
   * @throws java.nio.file.FileAlreadyExistsException if the temporary file exists; it is left alone
   * @throws IOException if a step failed
   */
  public static void write(
      Path temporary, byte[] content, FileAttribute<?>[] attributes, Step check, Step move)
      throws IOException {
    var channel =
        Files.newByteChannel(
            temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    try {
      try (channel) {
        check.run();
        var bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      move.run();
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
