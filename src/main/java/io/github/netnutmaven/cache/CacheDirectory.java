package io.github.netnutmaven.cache;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The folder with the tokens: the user's own, or not used. */
final class CacheDirectory {
  private final Path path;
  private final Protection protection;
  private final Consumer<String> warn;

  CacheDirectory(Path path, Protection protection, Consumer<String> warn) {
    this.path = path;
    this.protection = protection;
    this.warn = warn;
  }

  Path path() {
    return path;
  }

  Protection protection() {
    return protection;
  }

  /** Whether it is there and fit for tokens; if it is there and unfit, the user is told. */
  boolean isUsable() throws IOException {
    try {
      return isWithout(problem());
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * Makes it, unless it is there.
   *
   * @return whether it is fit for tokens
   */
  boolean make() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      protection.makeFolder(path);
    }
    return isUsable() && isWithout(protection.flawOfNewFiles(path, protection.attributes(path)));
  }

  /**
   * Removes the regular files with such a name that were last written before {@code then}.
   *
   * @param names the whole name, as a regular expression
   * @return whether there was any
   */
  boolean removeOlder(String names, Instant then) throws IOException {
    boolean any = false;
    try (var files = Files.newDirectoryStream(path)) {
      for (var file : files) {
        any |=
            file.getFileName().toString().matches(names)
                && isOlder(file, then)
                && Files.deleteIfExists(file);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return any;
  }

  private boolean isWithout(Optional<String> problem) {
    problem.ifPresent(
        why -> warn.accept("Did not use the token cache in " + path + ": " + why + "."));
    return problem.isEmpty();
  }

  private Optional<String> problem() throws IOException {
    var attributes = protection.attributes(path);
    return attributes.isDirectory()
        ? protection.flawOfFolder(path, attributes)
        : Optional.of("it is no folder of its own. Remove it, or choose another cacheDirectory");
  }

  private static boolean isOlder(Path file, Instant then) throws IOException {
    try {
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() && attributes.lastModifiedTime().toInstant().isBefore(then);
    } catch (NoSuchFileException e) {
      // Another build has moved it into its place.
      return false;
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
