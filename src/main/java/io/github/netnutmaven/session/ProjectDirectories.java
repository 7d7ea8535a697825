package io.github.netnutmaven.session;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The directories of the project: those of its modules and their parents, and the ones where Maven
 * was started. Each counts by its name, and by the real path behind symbolic links.
 */
public final class ProjectDirectories {
  private final Set<Path> directories = new LinkedHashSet<>();
  private final List<MavenProject> modules;

  /** Finds them. The home directory, or one above it, is no project if Maven is started there. */
  public ProjectDirectories(Build build) {
    var session = build.session();
    var request = session.getRequest();
    var home = build.environment().home().orElse(null);
    addStart(request.getMultiModuleProjectDirectory(), home);
    addStart(file(request.getBaseDirectory()), home);
    addStart(file(System.getProperty("user.dir")), home);
    modules = session.getAllProjects();
    for (var project : modules) {
      for (var each = project; each != null; each = each.getParent()) {
        if (each.getFile() != null) {
          add(each.getBasedir());
        }
      }
    }
  }

  /** Whether a file is in one of them, or would be if it existed. */
  public boolean contain(Path file) {
    var named = file.toAbsolutePath().normalize();
    var real = real(named);
    for (var directory : directories) {
      if (named.startsWith(directory) || real.startsWith(directory)) {
        return true;
      }
    }
    return false;
  }

  /** Those of these files that are in the project, but outside of every build directory. */
  public List<Path> sources(Collection<String> files) {
    return files.stream()
        .map(Path::of)
        .filter(file -> contain(file) && !isInBuildDirectory(file))
        .sorted()
        .toList();
  }

  private boolean isInBuildDirectory(Path file) {
    return modules.stream()
        .map(module -> Path.of(module.getBuild().getDirectory()).toAbsolutePath().normalize())
        .anyMatch(file::startsWith);
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
