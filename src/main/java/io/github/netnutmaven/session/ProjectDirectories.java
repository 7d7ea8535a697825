package io.github.netnutmaven.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directories of the project: those of its modules and their parents, and the ones where Maven
 * was started. Each counts by its name, and by the real path behind symbolic links.
 */
final class ProjectDirectories {
  private final Set<Path> directories = new LinkedHashSet<>();

  /** Finds them. The home directory, or one above it, is no project if Maven is started there. */
  ProjectDirectories(Build build) {
    var session = build.session();
    var request = session.getRequest();
    var home = build.environment().home().orElse(null);
    addStart(request.getMultiModuleProjectDirectory(), home);
    addStart(file(request.getBaseDirectory()), home);
    addStart(file(System.getProperty("user.dir")), home);
    for (var project : session.getAllProjects()) {
      for (var each = project; each != null; each = each.getParent()) {
        if (each.getFile() != null) {
          add(each.getBasedir());
        }
      }
    }
  }

  /** Whether a file is in one of them, or would be if it existed. */
  boolean contain(Path file) {
    var named = file.toAbsolutePath().normalize();
    var real = real(named);
    for (var directory : directories) {
      if (named.startsWith(directory) || real.startsWith(directory)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable File file(@Nullable String path) {
    return path == null ? null : new File(path);
  }

  private void addStart(@Nullable File directory, @Nullable Path home) {
    if (directory != null
        && (home == null || !real(home).startsWith(real(directory.toPath().toAbsolutePath())))) {
      add(directory);
    }
  }

  private void add(File directory) {
    var path = directory.toPath().toAbsolutePath().normalize();
    directories.add(path);
    directories.add(real(path));
  }

  /** The path behind symbolic links, of which the last parts need not exist. */
  private static Path real(Path path) {
    for (var existing = path; existing != null; existing = existing.getParent()) {
      try {
        return existing.toRealPath().resolve(existing.relativize(path));
      } catch (IOException e) {
        // It does not exist, or it cannot be read: its parent may.
      }
    }
    return path;
  }
}
