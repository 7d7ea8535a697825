package io.github.netnutmaven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** A file system that keeps nobody out, such as FAT: no place for a token. */
final class NoProtection implements Protection {
  @Override
  public void makeFolder(Path path) throws IOException {
    Files.createDirectories(path);
  }

  @Override
  public Optional<String> flawOfFolder(Path path, BasicFileAttributes attributes) {
    return Optional.of("its file system keeps no others out. Choose another cacheDirectory");
  }
}
