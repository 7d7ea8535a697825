package io.github.netnutmaven.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The directories that a project's authors can write to: those of its modules with the whole
 * checkout around them, the local repository, which anyone can publish to, and network shares. A
 * settings file there does not make an address trusted.
 */
public final class ProjectDirectories {
  private final Collection<Path> modules;
  private final Collection<Path> repositories;

  /**
   * Reads nothing yet.
   *
   * @param modules the project's directories, as Maven names them
   * @param repositories the local repository
   */
  public ProjectDirectories(Collection<Path> modules, Collection<Path> repositories) {
    this.modules = modules;
    this.repositories = repositories;
  }

  /**
   * Whether a file is in one of them, by its name or by the real path behind symbolic links. A file
   * that does not exist is in none of them; one whose real path cannot be found counts as in one.
   */
  public boolean contain(Path file) {
    Path real;
    try {
      real = file.toRealPath();
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
    var named = file.toAbsolutePath().normalize();
    if (isOnShare(named) || isOnShare(real)) {
      return true;
    }
    for (var directory : all()) {
      if (real.startsWith(directory) || named.startsWith(directory)) {
        return true;
      }
    }
    return false;
  }

  /** Whether its name is that of a network share on Windows: a project can name its own share. */
  private static boolean isOnShare(Path file) {
    return file.getRoot().toString().startsWith("\\\\");
  }

  private Set<Path> all() {
    var all = paths(modules);
    for (var module : List.copyOf(all)) {
      for (var parent = module.getParent(); parent != null; parent = parent.getParent()) {
        if (isCheckout(parent)) {
          all.add(parent);
        }
      }
    }
    all.addAll(paths(repositories));
    return all;
  }

  /** The names of directories, and the real paths behind them. */
  private static Set<Path> paths(Collection<Path> directories) {
    var paths = new LinkedHashSet<Path>();
    for (var directory : directories) {
      paths.add(directory.toAbsolutePath().normalize());
      try {
        paths.add(directory.toRealPath());
      } catch (IOException e) {
        // It does not exist, so it contains no file.
      }
    }
    return paths;
  }

  /** Whether it looks like the top directory of a checkout. */
  private static boolean isCheckout(Path directory) {
    return Files.exists(directory.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(directory.resolve(".hg"), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(directory.resolve(".svn"), LinkOption.NOFOLLOW_LINKS);
  }
}
