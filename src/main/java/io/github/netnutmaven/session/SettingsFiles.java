package io.github.netnutmaven.session;

import java.io.File;
import org.apache.maven.execution.MavenSession;

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

  private static String shortened(File file, String home) {
    var path = file.getAbsolutePath();
    return path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
  }
}
