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
 * The folders that a project's authors can write to: those of its modules with the whole checkout
 * around them, the local repository, which anyone can publish to, and the shares of a network. What
 * lies there vouches for nothing.
 */
public final class ProjectDirectories {
  private final Collection<Path> modules;
  private final Collection<Path> repositories;

  /**
   * Reads nothing yet.
   *
   * @param modules the project's own folders, as Maven names them
   * @param repositories the local repository
   */
  public ProjectDirectories(Collection<Path> modules, Collection<Path> repositories) {
    this.modules = modules;
    this.repositories = repositories;
  }

  /**
   * Whether a file lies in one of them, by its name or by what its name leads to through symbolic
   * links. A file that does not exist lies nowhere; one whose place cannot be found out counts as
   * the project's.
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
    if (isOfNetwork(named) || isOfNetwork(real)) {
      return true;
    }
    for (var folder : all()) {
      if (real.startsWith(folder) || named.startsWith(folder)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is on a share by its name on Windows: a project can name one of its own. */
  private static boolean isOfNetwork(Path file) {
    return file.getRoot().toString().startsWith("\\\\");
  }

  private Set<Path> all() {
    var all = places(modules);
    for (var module : List.copyOf(all)) {
      for (var above = module.getParent(); above != null; above = above.getParent()) {
        if (isCheckout(above)) {
          all.add(above);
        }
      }
    }
    all.addAll(places(repositories));
    return all;
  }

  /** Folders by their names, and by what those lead to. */
  private static Set<Path> places(Collection<Path> folders) {
    var places = new LinkedHashSet<Path>();
    for (var folder : folders) {
      places.add(folder.toAbsolutePath().normalize());
      try {
        places.add(folder.toRealPath());
      } catch (IOException e) {
        // It is not there, so no file is in it.
      }
    }
    return places;
  }

  /** Whether it is the top of one, or looks like it. */
  private static boolean isCheckout(Path folder) {
    return Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(folder.resolve(".hg"), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(folder.resolve(".svn"), LinkOption.NOFOLLOW_LINKS);
  }
}
