package io.github.netnutmaven.build;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The names of the settings files that Maven read. */
final class SettingsFiles {
  private SettingsFiles() {}

  /**
   * For messages: the user's file, even if it does not exist, and the global one if it exists; the
   * home directory is {@code ~}.
   */
  static String of(MavenSession session) {
    var request = session.getRequest();
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    var user = request.getUserSettingsFile();
    var global = request.getGlobalSettingsFile();
    var files = user == null ? "~/.m2/settings.xml" : shortened(user, home);
    return global != null && global.exists() ? files + " or " + shortened(global, home) : files;
  }

  /** The directories of its modules, and the one where Maven was started. */
  static List<Path> directoriesOfProject(MavenSession session) {
    var directories = new ArrayList<Path>();
    for (var project : session.getAllProjects()) {
      add(directories, project.getFile() == null ? null : project.getBasedir());
    }
    add(directories, session.getRequest().getMultiModuleProjectDirectory());
    var start = session.getRequest().getBaseDirectory();
    add(directories, start == null ? null : new File(start));
    return directories;
  }

  private static void add(List<Path> directories, @Nullable File directory) {
    if (directory != null) {
      directories.add(directory.toPath());
    }
  }

  private static String shortened(File file, String home) {
    var path = file.getAbsolutePath();
    return path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
  }
}
