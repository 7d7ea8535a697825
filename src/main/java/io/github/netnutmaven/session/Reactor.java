package io.github.netnutmaven.session;

import io.github.netnutmaven.output.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The modules whose properties a goal may write.
 *
 * <p>Maven 4's properties lose writes from two threads at once, also those of other plugins. In a
 * parallel build a goal therefore writes its own module, and the modules that cannot have started
 * yet because they depend on a module that is not finished. Other modules get their properties when
 * their own goal runs.
 *
 * <p>With Maven 4's {@linkplain #isConcurrent {@code -b concurrent}} any module may have started.
 * There a goal writes its own module only, so only the root sees a login that only the root binds.
 */
public final class Reactor implements Modules {
  private final MavenSession session;

  /** Those of a build. */
  public Reactor(MavenSession session) {
    this.session = session;
  }

  /**
   * {@inheritDoc}
   *
   * <p>While a goal such as {@code spring-boot:run} forks a lifecycle, Maven replaces its module in
   * the session by a copy, whose properties end with the fork. The dependency graph keeps the real
   * module, which that goal reads afterwards, so both are among them.
   */
  @Override
  public List<Properties> properties(boolean everywhere) {
    var properties = new ArrayList<Properties>();
    var projects = new ArrayList<>(session.getProjects());
    projects.addAll(session.getProjectDependencyGraph().getSortedProjects());
    for (var project : projects) {
      // A copy is equal to its module.
      if (project.equals(session.getCurrentProject()) || (everywhere && mayWrite(project))) {
        properties.add(project.getProperties());
      }
    }
    return properties;
  }

  @Override
  public String current() {
    return session.getCurrentProject().getId();
  }

  @Override
  public List<Properties> typedProperties() {
    return List.of(session.getUserProperties(), session.getSystemProperties());
  }

  private boolean mayWrite(MavenProject other) {
    return !isConcurrent() && (!isParallel() || isWaiting(other));
  }

  /**
   * Whether Maven 4's builder of {@code -b concurrent} runs this build. It runs phases of one
   * module at the same time: {@code validate} beside {@code initialize}, and {@code verify} beside
   * {@code compile} and {@code package}. It also starts modules before the ones that they depend on
   * have finished.
   */
  public boolean isConcurrent() {
    return "concurrent".equals(session.getRequest().getBuilderId());
  }

  private boolean isParallel() {
    return session.isParallel() || session.getRequest().getDegreeOfConcurrency() > 1;
  }

  private boolean isWaiting(MavenProject project) {
    return session.getProjectDependencyGraph().getUpstreamProjects(project, true).stream()
        .anyMatch(upstream -> session.getResult().getBuildSummary(upstream) == null);
  }
}
