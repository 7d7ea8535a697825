package io.github.netnutmaven.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Opens and removes regular files only: opening a pipe can block, and reading a device may never
 * end.
 */
public final class RegularFile {
  private RegularFile() {}

  /** Why the file at a path is not a regular file; empty if it is one or does not exist. */
  public static Optional<String> problem(Path path, LinkOption... links) throws IOException {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class, links);
      if (attributes.isRegularFile()) {
        return Optional.empty();
      }
      var kind =
          attributes.isDirectory()
              ? "directory"
              : attributes.isSymbolicLink() ? "symbolic link" : "pipe, a socket or a device";
      return Optional.of("it is a " + kind + ", not a regular file");
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Opens a file that is regular.
   *
   * @param options how to open it; links are never followed. With both READ and WRITE, even a pipe
   *     that replaces the file after the check does not block.
   * @param attributes what the file has if it is created
   * @throws IOException if it cannot be opened or is not a regular file
   */
  public static FileChannel open(Path path, Set<OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    var problem = problem(path, LinkOption.NOFOLLOW_LINKS);
    if (problem.isPresent()) {
      throw new FileSystemException(path.toString(), null, problem.get());
    }
    var withoutLinks = new HashSet<>(options);
    withoutLinks.add(LinkOption.NOFOLLOW_LINKS);
    var channel = FileChannel.open(path, withoutLinks, attributes);
    try {
      // Fails for such a pipe, which has no positions.
      channel.position(0);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * Removes the regular files of a directory that have certain names.
   *
   * @param names a regular expression for the whole file name
   * @param limit removes only files that were last written before this time
   * @return whether there was such a file
   */
  public static boolean remove(Path directory, String names, Instant limit) throws IOException {
    boolean isAnyFound = false;
    try (var files = Files.newDirectoryStream(directory)) {
      for (var file : files) {
        if (file.getFileName().toString().matches(names) && isOlder(file, limit)) {
          Files.deleteIfExists(file);
          isAnyFound = true;
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return isAnyFound;
  }

  private static boolean isOlder(Path file, Instant limit) throws IOException {
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile()
          && attributes.lastModifiedTime().toInstant().isBefore(limit);
    } catch (NoSuchFileException e) {
      // Another build has moved or removed it.
      return false;
    }
  }
}
