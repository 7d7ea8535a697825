package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches files for secrets. A file that cannot be read is a warning. Symbolic links below a
 * directory are not followed: what they lead to is searched anyway or does not belong to the build.
 */
public final class LeakSearch {
  private final Path base;
  private final LeakReport report;
  private final ContentSearch content;

  /**
   * @param secrets the secrets to search for, of which none {@linkplain Secret#isTooShort() is too
   *     short}
   * @param base the directory that paths in messages are relative to
   * @param nanoTime a clock for the limit on the search
   */
  public LeakSearch(List<Secret> secrets, Path base, LongSupplier nanoTime) {
    this(secrets, base, new SearchBudget(SearchBudget.BYTES, nanoTime));
  }

  LeakSearch(List<Secret> secrets, Path base, SearchBudget budget) {
    var matcher = new MultiPatternMatcher(secrets);
    this.base = normal(base);
    this.report = new LeakReport(matcher, secrets);
    this.content = new ContentSearch(matcher, report, budget);
  }

  /** The result of all searches until now. */
  public LeakReport report() {
    return report;
  }

  /**
   * Searches the files below a directory, if it exists, that were written since a time.
   *
   * @param isEntered which directories to look into
   * @param filter which files; both by their absolute, normalised paths
   */
  public void directory(
      Path directory, Instant since, Predicate<Path> isEntered, Predicate<Path> filter) {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try {
      // With the dot, the directory itself may be a link, for example to a faster disk.
      Files.walkFileTree(directory.resolve("."), visitor(since, isEntered, filter));
    } catch (IOException e) {
      warn(directory, e);
    }
  }

  /** Searches one file; if it is a link, the file that it leads to. */
  public void file(Path file) {
    try {
      var real = file.toRealPath();
      search(file, real, Files.readAttributes(real, BasicFileAttributes.class));
    } catch (IOException e) {
      warn(file, e);
    }
  }

  /**
   * Searches a text.
   *
   * @param name its name in messages
   */
  public void text(String name, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var location = Location.of(name);
    try {
      content.search(new ByteArrayInputStream(bytes), bytes.length, location);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Searches every file that passes the filter, and continues after every problem. */
  private FileVisitor<Path> visitor(
      Instant since, Predicate<Path> isEntered, Predicate<Path> filter) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return isEntered.test(normal(directory))
            ? FileVisitResult.CONTINUE
            : FileVisitResult.SKIP_SUBTREE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink()
            && !attributes.lastModifiedTime().toInstant().isBefore(since)
            && filter.test(normal(file))) {
          search(file, file, attributes);
        }
        return Thread.currentThread().isInterrupted()
            ? FileVisitResult.TERMINATE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (filter.test(normal(file))) {
          warn(file, e);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
        if (e != null) {
          warn(directory, e);
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private void search(Path file, Path real, BasicFileAttributes attributes) {
    var location = location(file);
    if (!attributes.isRegularFile()) {
      report.warn(Message.of("{} is not a regular file: not searched.", report.redact(location)));
      return;
    }
    try (var in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      report.countFile();
      content.search(in, attributes.size(), location);
    } catch (IOException e) {
      warn(file, e);
    }
  }

  private void warn(Path file, IOException e) {
    var name = report.redact(location(file));
    report.warn(
        e instanceof NoSuchFileException
            ? Message.of("{} disappeared before it was searched.", name)
            : Message.of("{} cannot be read: not all of it was searched.", name));
  }

  private Location location(Path file) {
    var path = normal(file);
    var shown = path.startsWith(base) ? base.relativize(path) : path;
    return Location.of(shown.toString().replace(path.getFileSystem().getSeparator(), "/"));
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
