package io.github.netnutmaven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;

/** How a file system keeps others out. */
sealed interface Protection permits PosixProtection, AclProtection, NoProtection {
  /** Chooses by what the file system of a path can do. */
  static Protection of(Path path) {
    var views = path.getFileSystem().supportedFileAttributeViews();
    if (views.contains("posix")) {
      return new PosixProtection(Path.of("/proc/self"));
    }
    return views.contains("acl") ? new AclProtection() : new NoProtection();
  }

  /** Makes a folder that is its owner's alone before anything is in it. */
  void makeFolder(Path path) throws IOException;

  /** What makes a new file its owner's alone, from its creation. */
  default FileAttribute<?>[] file() {
    return new FileAttribute<?>[0];
  }

  /** What a path is, itself: links are not followed. */
  default BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * What keeps a folder from being trusted, and what to do; nothing if it is its owner's alone to
   * write, and we are its owner.
   */
  Optional<String> flawOfFolder(Path path, BasicFileAttributes attributes) throws IOException;

  /** What keeps a file from being trusted, and what to do. */
  default Optional<String> flawOfFile(Path path, BasicFileAttributes attributes)
      throws IOException {
    return Optional.empty();
  }
}
