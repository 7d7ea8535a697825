package io.github.netnutmaven.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The folders that a project's authors can write to: those of its modules, and the whole checkout
 * around them. What lies there vouches for nothing.
 */
public final class ProjectFolders {
  private final Collection<Path> folders;

  /**
   * Reads nothing yet.
   *
   * @param folders the project's own, as Maven names them
   */
  public ProjectFolders(Collection<Path> folders) {
    this.folders = folders;
  }

  /**
   * Whether a file lies in one of them, by its name or by what its name leads to through symbolic
   * links. A file that does not exist lies nowhere; one whose place cannot be found out counts as
   * the project's.
   */
  public boolean contain(Path file) {
    try {
      return Files.exists(file) && contain(file.toAbsolutePath().normalize(), file.toRealPath());
    } catch (IOException e) {
      return true;
    }
  }

  private boolean contain(Path named, Path real) throws IOException {
    for (var folder : withCheckouts()) {
      if (real.startsWith(folder) || named.startsWith(folder)) {
        return true;
      }
    }
    return false;
  }

  private Set<Path> withCheckouts() throws IOException {
    var all = new LinkedHashSet<Path>();
    for (var folder : folders) {
      addWithCheckouts(folder.toAbsolutePath().normalize(), all);
      if (Files.exists(folder)) {
        addWithCheckouts(folder.toRealPath(), all);
      }
    }
    return all;
  }

  private static void addWithCheckouts(Path folder, Set<Path> all) {
    all.add(folder);
    for (var above = folder.getParent(); above != null; above = above.getParent()) {
      if (isCheckout(above)) {
        all.add(above);
      }
    }
  }

  /** Whether it is the top of one, or looks like it. */
  private static boolean isCheckout(Path folder) {
    return Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(folder.resolve(".hg"), LinkOption.NOFOLLOW_LINKS)
        || Files.exists(folder.resolve(".svn"), LinkOption.NOFOLLOW_LINKS);
  }
}
