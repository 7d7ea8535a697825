package io.github.netnutmaven.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/** Writes a file beside its place and moves it there, so that it is never there in part. */
public final class AtomicFile {
  private AtomicFile() {}

  /** A step on the way of a file. */
  @FunctionalInterface
  public interface Step {
    /** Takes it, or ends the way. */
    void run() throws IOException;
  }

  /**
   * Writes a new file and has it moved; whatever happens, nothing of it is left beside the place.
   *
   * @param temporary where it is written; what is there already stays there, and is an error
   * @param attributes what it has from its creation, such as its mode
   * @param made what is done when it is there, and nothing in it yet
   * @param intoPlace moves it into its place, in one step
   */
  public static void write(
      Path temporary, byte[] content, FileAttribute<?>[] attributes, Step made, Step intoPlace)
      throws IOException {
    var channel =
        Files.newByteChannel(
            temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    try {
      try (channel) {
        made.run();
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
}
