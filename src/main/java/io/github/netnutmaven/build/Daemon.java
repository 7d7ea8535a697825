package io.github.netnutmaven.build;

import org.apache.maven.execution.MavenSession;

/** Maven's daemon, mvnd: the terminal and standard output belong to its client. */
final class Daemon {
  private Daemon() {}

  /** Whether it runs this build. */
  static boolean runs(MavenSession session) {
    return session.getSystemProperties().stringPropertyNames().stream()
        .anyMatch(name -> name.startsWith("mvnd."));
  }
}
