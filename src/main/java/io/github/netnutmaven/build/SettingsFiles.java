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

/** The settings files that Maven read: their names, and whether a project may have written one. */
final class SettingsFiles {
  private SettingsFiles() {}

  /**
   * As a message names them: the user's file, even if it does not exist yet, and the global one if
   * it exists; the home folder as {@code ~}.
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
   * Whether they vouch for the address of a {@code <server>}. They do if none of them lies where
   * this project's authors can write (Maven does not say which file a {@code <server>} came from),
   * and if one of them has the address in its text as it is: Maven fills <code>${env.X}</code> with
   * what a project may have set. The project settings of Maven 4 are not asked about: Maven takes
   * no account from them, so no {@code <server>} of theirs is whole.
   *
   * @param apiUrl the text of {@code <apiUrl>}, as Maven gives it
   */
  static boolean vouchFor(String apiUrl, MavenSession session) {
    var request = session.getRequest();
    return !mayBeTheProjects(session)
        && (has(apiUrl, request.getUserSettingsFile())
            || has(apiUrl, request.getGlobalSettingsFile()));
  }

  private static boolean has(String apiUrl, @Nullable File file) {
    try {
      return file != null
          && file.isFile()
          && Files.readString(file.toPath(), StandardCharsets.ISO_8859_1)
              .contains("<apiUrl>" + apiUrl + "</apiUrl>");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean mayBeTheProjects(MavenSession session) {
    var repository = session.getRepositorySession().getLocalRepository();
    var folders =
        new ProjectDirectories(
            foldersOfProject(session),
            repository == null ? List.of() : List.of(repository.getBasedir().toPath()));
    var request = session.getRequest();
    return isIn(folders, request.getUserSettingsFile())
        || isIn(folders, request.getGlobalSettingsFile());
  }

  /** Those of its modules, and where Maven was started. */
  private static List<Path> foldersOfProject(MavenSession session) {
    var folders = new ArrayList<Path>();
    for (var project : session.getAllProjects()) {
      add(folders, project.getFile() == null ? null : project.getBasedir());
    }
    add(folders, session.getRequest().getMultiModuleProjectDirectory());
    var start = session.getRequest().getBaseDirectory();
    add(folders, start == null ? null : new File(start));
    return folders;
  }

  private static void add(List<Path> folders, @Nullable File folder) {
    if (folder != null) {
      folders.add(folder.toPath());
    }
  }

  private static boolean isIn(ProjectDirectories folders, @Nullable File file) {
    return file != null && folders.contain(file.toPath());
  }

  private static String shortened(File file, String home) {
    var path = file.getAbsolutePath();
    return path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
  }
}
