package io.github.netnutmaven.mojo;

import java.io.File;
import org.apache.maven.execution.MavenSession;

/** The settings files that Maven read, as a message names them. */
final class SettingsFiles {
  private SettingsFiles() {}

  /**
   * The user's, even if it has yet to be made, and the global one, if it is there; the home folder
   * as {@code ~}.
   */
  static String of(MavenSession session) {
    var request = session.getRequest();
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    var user = request.getUserSettingsFile();
    var global = request.getGlobalSettingsFile();
    var files = user == null ? "~/.m2/settings.xml" : shortened(user, home);
    return global != null && global.exists() ? files + " or " + shortened(global, home) : files;
  }

  private static String shortened(File file, String home) {
    var path = file.getAbsolutePath();
    return path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
  }
}
