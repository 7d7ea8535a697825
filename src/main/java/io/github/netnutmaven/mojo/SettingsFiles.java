package io.github.netnutmaven.mojo;

import java.io.File;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;

/** The settings files that Maven read, as a message names them. */
final class SettingsFiles {
  private SettingsFiles() {}

  /** The user's and the global one, as far as they are there; the home folder as {@code ~}. */
  static String of(MavenSession session) {
    var request = session.getRequest();
    var home = String.valueOf(session.getSystemProperties().getProperty("user.home"));
    var files =
        Stream.of(request.getUserSettingsFile(), request.getGlobalSettingsFile())
            .filter(Objects::nonNull)
            .filter(File::exists)
            .map(file -> shortened(file, home))
            .collect(Collectors.joining(" or "));
    return files.isEmpty() ? "~/.m2/settings.xml" : files;
  }

  private static String shortened(File file, String home) {
    var path = file.getAbsolutePath();
    return path.startsWith(home + File.separator) ? "~" + path.substring(home.length()) : path;
  }
}
