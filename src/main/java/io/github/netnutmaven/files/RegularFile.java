package io.github.netnutmaven.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Opens regular files only: a pipe can block whoever opens it, and a device may have no end. */
public final class RegularFile {
  private RegularFile() {}

  /** What is at a path, if that is no regular file. */
  public static Optional<String> problem(Path path, LinkOption... links) throws IOException {
    try {
      return problem(Files.readAttributes(path, BasicFileAttributes.class, links));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** What has these attributes, if it is no regular file. */
  public static Optional<String> problem(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return Optional.empty();
    }
    var kind =
        attributes.isDirectory()
            ? "folder"
            : attributes.isSymbolicLink() ? "symbolic link" : "pipe, a socket or a device";
    return Optional.of("it is a " + kind + ", not a regular file");
  }

  /**
   * Opens a file, after a look at what it is.
   *
   * @param options how; no link is followed in any case. With both reading and writing, not even a
   *     pipe that takes the file's place after the look blocks.
   * @throws IOException if it cannot be opened, or is no regular file
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
      // That pipe has no positions, and so fails here.
      channel.position(0);
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
