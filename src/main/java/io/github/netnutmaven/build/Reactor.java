package io.github.netnutmaven.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The modules whose properties a goal may write.
 *
 * <p>Maven 4's properties lose writes that come from two threads at once: another plugin's as well
 * as ours. In a parallel build a goal therefore writes its own module, and those that cannot have
 * started because a module that they wait for is still being built (at least its own). Modules that
 * run beside it write their own when their goal comes to it.
 *
 * <p>With Maven 4's {@code -b concurrent} any module may have started. There a goal writes its own
 * module only: a login that only the root binds is seen by the root alone.
 */
public final class Reactor {
  private final MavenSession session;

  public Reactor(MavenSession session) {
    this.session = session;
  }

  /**
   * Runs a writer on each module's properties, one such run at a time in this build.
   *
   * @param everywhere whether all modules are meant, or this goal's alone
   */
  public void write(boolean everywhere, Consumer<List<Properties>> writer) {
    synchronized (BuildState.of(session).lock()) {
      var properties = new ArrayList<Properties>();
      for (var project : writable(everywhere)) {
        properties.add(project.getProperties());
      }
      writer.accept(properties);
    }
  }

  private List<MavenProject> writable(boolean everywhere) {
    var current = session.getCurrentProject();
    if (!everywhere || ConcurrentBuilder.runs(session)) {
      return List.of(current);
    }
    if (!isParallel()) {
      return session.getProjects();
    }
    return session.getProjects().stream().filter(p -> p.equals(current) || isWaiting(p)).toList();
  }

  private boolean isParallel() {
    return session.isParallel() || session.getRequest().getDegreeOfConcurrency() > 1;
  }

  private boolean isWaiting(MavenProject project) {
    return session.getProjectDependencyGraph().getUpstreamProjects(project, true).stream()
        .anyMatch(upstream -> session.getResult().getBuildSummary(upstream) == null);
  }
}
