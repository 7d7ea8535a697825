package io.github.netnutmaven.session;

import org.apache.maven.execution.MavenSession;

/** Maven's daemon, mvnd: the terminal and standard output belong to its client. */
public final class Daemon {
  private Daemon() {}

  /** Whether it runs this build. */
  public static boolean runs(MavenSession session) {
    return session.getSystemProperties().stringPropertyNames().stream()
        .anyMatch(name -> name.startsWith("mvnd."));
  }
}
