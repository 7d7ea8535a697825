package io.github.netnutmaven.leak;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for secrets in files. What cannot be read is told as a warning; symbolic links below a
 * folder are not followed: they lead to what is looked at anyway, or to what is not the build's.
 */
public final class LeakSearch {
  private final Path base;
  private final Names names;
  private final LeakReport report = new LeakReport();
  private final ContentSearch content;

  /**
   * Looks at nothing yet.
   *
   * @param secrets what to look for; none that {@linkplain Secret#isTooShort() is too short}
   * @param base what paths are shown relative to
   */
  public LeakSearch(List<Secret> secrets, Path base) {
    this(secrets, base, ExpansionLimit.AT_LEAST);
  }

  /** With a limit of its own on what any file may expand to, in bytes. */
  LeakSearch(List<Secret> secrets, Path base, long expansion) {
    var index = new MultiPatternMatcher(secrets);
    this.base = base.toAbsolutePath().normalize();
    this.names = new Names(index);
    this.content = new ContentSearch(index, names, report, expansion);
  }

  /** What the search has come to so far. */
  public LeakReport report() {
    return report;
  }

  /**
   * Looks through the files below a folder, if it is there.
   *
   * @param wanted which of them, by their absolute, normalised paths
   */
  public void folder(Path folder, Predicate<Path> wanted) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      // With the dot the folder itself may be a link, as to a faster disk.
      Files.walkFileTree(folder.resolve("."), new Walk(wanted));
    } catch (IOException e) {
      unreadable(folder, e);
    }
  }

  /** Looks through one file; through what it leads to, if it is a link. */
  public void file(Path file) {
    try {
      var real = file.toRealPath();
      look(file, real, Files.readAttributes(real, BasicFileAttributes.class));
    } catch (IOException e) {
      unreadable(file, e);
    }
  }

  private void look(Path file, Path real, BasicFileAttributes attributes) {
    var shown = shown(file);
    if (!attributes.isRegularFile()) {
      report.warn(names.shown(shown) + " is no regular file: not looked into.");
      return;
    }
    var place = Location.of(shown);
    var inName = names.matches(shown);
    if (!inName.isEmpty()) {
      report.found(names.shown(shown) + ": " + inName + " " + Cause.NAME);
    }
    try (var in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      report.countFile();
      content.search(in, attributes.size(), place);
    } catch (IOException e) {
      unreadable(file, e);
    }
  }

  private void unreadable(Path file, IOException e) {
    report.warn(
        names.shown(shown(file))
            + (e instanceof NoSuchFileException
                ? " went away before it was looked into."
                : " cannot be read: not all of it was looked into."));
  }

  private String shown(Path file) {
    var path = normal(file);
    var shown = path.startsWith(base) ? base.relativize(path) : path;
    return shown.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /** Comes to every file that is wanted, whatever it meets. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final Predicate<Path> wanted;

    Walk(Predicate<Path> wanted) {
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (!attributes.isSymbolicLink() && wanted.test(normal(file))) {
        look(file, file, attributes);
      }
      return next();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (wanted.test(normal(file))) {
        unreadable(file, e);
      }
      return next();
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      if (e != null) {
        unreadable(folder, e);
      }
      return next();
    }

    private FileVisitResult next() {
      return Thread.currentThread().isInterrupted()
          ? FileVisitResult.TERMINATE
          : FileVisitResult.CONTINUE;
    }
  }
}
