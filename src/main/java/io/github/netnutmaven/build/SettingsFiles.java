package io.github.netnutmaven.build;

import io.github.netnutmaven.config.ProjectDirectories;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** The settings files that Maven read: their names, and whether a project could write one. */
final class SettingsFiles {
  private SettingsFiles() {}

  /**
   * Their names for messages: the user's file, even if it does not exist, and the global one if it
   * exists; the home directory is {@code ~}.
   */
  static String of(MavenSession session) {
    var request = session.getRequest();
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    var user = request.getUserSettingsFile();
    var global = request.getGlobalSettingsFile();
    var files = user == null ? "~/.m2/settings.xml" : shortened(user, home);
    return global != null && global.exists() ? files + " or " + shortened(global, home) : files;
  }

  /**
   * Whether they vouch for an element of a {@code <server>}. They do if no file is where the
   * project's authors can write (Maven does not say which file a {@code <server>} comes from), and
   * if one file contains the text literally: Maven fills <code>${env.X}</code> with values that a
   * project may set. Maven 4's project settings do not matter, because Maven takes no account from
   * them.
   *
   * @param element the name of the element, such as {@code apiUrl}
   * @param text its text, as Maven gives it
   */
  static boolean vouchFor(String element, String text, MavenSession session) {
    var request = session.getRequest();
    var literal = "<" + element + ">" + text + "</" + element + ">";
    return !mayBeTheProjects(session)
        && (has(literal, request.getUserSettingsFile())
            || has(literal, request.getGlobalSettingsFile()));
  }

  private static boolean has(String literal, @Nullable File file) {
    try {
      return file != null
          && file.isFile()
          && unescaped(Files.readAllBytes(file.toPath())).contains(literal);
    } catch (IOException e) {
      return false;
    }
  }

  private static String unescaped(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
  }

  private static boolean mayBeTheProjects(MavenSession session) {
    var repository = session.getRepositorySession().getLocalRepository();
    var directories =
        new ProjectDirectories(
            directoriesOfProject(session),
            repository == null ? List.of() : List.of(repository.getBasedir().toPath()));
    var request = session.getRequest();
    return isIn(directories, request.getUserSettingsFile())
        || isIn(directories, request.getGlobalSettingsFile());
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

  private static boolean isIn(ProjectDirectories directories, @Nullable File file) {
    return file != null && directories.contain(file.toPath());
  }

  private static String shortened(File file, String home) {
    var path = file.getAbsolutePath();
    return path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
  }
}
