package io.github.netnutmaven.build;

import org.apache.maven.execution.MavenSession;

/**
 * Maven 4's builder of {@code -b concurrent}. It runs phases of one module at the same time: {@code
 * validate} beside {@code initialize}, and {@code verify} beside {@code compile} and {@code
 * package}. It also starts modules before the ones that they depend on have finished.
 */
public final class ConcurrentBuilder {
  private ConcurrentBuilder() {}

  /** Whether it runs this build. */
  public static boolean runs(MavenSession session) {
    return "concurrent".equals(session.getRequest().getBuilderId());
  }
}
