package io.github.netnutmaven.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Optional;

/** A file system that keeps nobody out, such as FAT: no place for a token. */
final class NoProtection implements Protection {
  @Override
  public void makeFolder(Path path) throws IOException {
    Files.createDirectories(path);
  }

  @Override
  public FileAttribute<?>[] file() {
    return new FileAttribute<?>[0];
  }

  @Override
  public BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public Optional<String> flawOfFolder(Path path, BasicFileAttributes attributes) {
    return Optional.of("its file system keeps no others out. Choose another cacheDirectory");
  }

  @Override
  public Optional<String> flawOfFile(Path path, BasicFileAttributes attributes) {
    return Optional.empty();
  }
}
