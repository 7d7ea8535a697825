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
  /** Why a folder is no place for a token although its file system says that it has modes. */
  String IGNORED = "its file system does not keep a new file for its owner alone";

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

  /**
   * What keeps a folder from getting a token, and what to do: file systems such as FAT say that
   * they have modes, and ignore the ones that they are asked for.
   */
  default Optional<String> flawOfNewFiles(Path folder, BasicFileAttributes attributes)
      throws IOException {
    return Optional.empty();
  }

  /** What keeps a file from being trusted, and what to do. */
  default Optional<String> flawOfFile(Path path, BasicFileAttributes attributes)
      throws IOException {
    return Optional.empty();
  }
}
