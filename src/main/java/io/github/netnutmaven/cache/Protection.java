package io.github.netnutmaven.cache;

import io.github.netnutmaven.auth.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import org.jspecify.annotations.Nullable;

/** Keeps other users out of the cache, by the means that the file system has. */
sealed interface Protection permits PosixProtection, AclProtection {
  /** The problem of a file system that claims to have modes and ignores them. */
  String IGNORED = "its file system does not keep a new file for its owner alone";

  /** The protection that suits the file system of a path. */
  static Protection of(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new PosixProtection(Path.of("/proc/self"))
        : new AclProtection();
  }

  /** Creates a directory that only its owner can use, and the directories above it. */
  void createDirectory(Path directory) throws IOException;

  /** The attributes that make a new file private from its creation. */
  default FileAttribute<?>[] fileAttributes() {
    return new FileAttribute<?>[0];
  }

  /**
   * Why a directory is not trusted, and what to do; null if it belongs to this process's user and
   * nobody else can write in it.
   */
  @Nullable Message directoryProblem(Path directory) throws IOException;

  /**
   * Why a directory gets no token, and what to do; null if others cannot read a new file in it.
   * File systems such as FAT claim to have modes and ignore them.
   */
  default @Nullable Message newFileProblem(Path directory) throws IOException {
    return null;
  }

  /** Why a file is not trusted, and what to do; null if only this process's user can use it. */
  default @Nullable Message fileProblem(Path file) throws IOException {
    return null;
  }
}
