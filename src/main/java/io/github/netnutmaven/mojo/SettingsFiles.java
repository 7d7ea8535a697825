package io.github.netnutmaven.mojo;

import java.io.File;
import java.util.StringJoiner;
import org.apache.maven.execution.MavenSession;

/** The settings files that Maven read, as a message names them. */
final class SettingsFiles {
  private SettingsFiles() {}

  /** The user's and the global one, as far as they are there; the home folder as {@code ~}. */
  static String of(MavenSession session) {
    var request = session.getRequest();
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    var files = new StringJoiner(" or ").setEmptyValue("~/.m2/settings.xml");
    for (var file : new File[] {request.getUserSettingsFile(), request.getGlobalSettingsFile()}) {
      if (file != null && file.exists()) {
        files.add(shortened(file, home));
      }
    }
    return files.toString();
  }

  private static String shortened(File file, String home) {
    var path = file.getAbsolutePath();
    return path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
  }
}
