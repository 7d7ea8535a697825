package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.UserMistakeException;
import java.time.Duration;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a {@code sandbox-start} that this build runs and does not skip: one that was
 * typed, or one that a module's POM binds.
 *
 * <p>It reads the models, and does not ask Maven's {@code LifecycleExecutor} for the plan of each
 * module: that resolves every plugin of the plan, also those that this build never reaches, and
 * needs a session in each module.
 */
public record SandboxBinding(int port, Duration tokenLifetime) {
  /** The default of the parameter {@code tokenLifetime}. */
  public static final String TOKEN_LIFETIME = "24h";

  private static final String GOAL = "sandbox-start";

  /**
   * Whether this build may have a sandbox. It has none when a goal was typed without {@code
   * sandbox-start} and without a phase that builds something, as in {@code mvn netnut:login}.
   *
   * @param goal the goal that asks
   */
  static boolean mayHaveSandbox(MavenSession session, MojoExecution goal) {
    if (goal.getSource() != MojoExecution.Source.CLI || session.getGoals().isEmpty()) {
      // Without tasks, the project's default goal named this one.
      return true;
    }
    for (var task : session.getGoals()) {
      if (builds(task) || isStart(task, goal)) {
        return true;
      }
    }
    return false;
  }

  private static boolean builds(String task) {
    return switch (task) {
      case "pre-clean", "clean", "post-clean", "pre-site", "site", "post-site", "site-deploy" ->
          false;
      // Maven 4 takes before:compile for a phase, too.
      default -> task.indexOf(':') < 0 || task.startsWith("before:") || task.startsWith("after:");
    };
  }

  /** Whether a task is our {@code sandbox-start}, in one of the ways to type a goal. */
  private static boolean isStart(String task, MojoExecution goal) {
    var words = List.of(task.split("[:@]"));
    return words.contains(GOAL)
        && (words.contains(goal.getArtifactId())
            || words.get(0).equals(goal.getMojoDescriptor().getPluginDescriptor().getGoalPrefix()));
  }

  /**
   * The typed one, else the first one of this build's modules.
   *
   * @param goal the goal that asks, whose plugin is ours
   */
  static @Nullable SandboxBinding find(MavenSession session, MojoExecution goal)
      throws UserMistakeException {
    var key = Plugin.constructKey(goal.getGroupId(), goal.getArtifactId());
    // Maven configures a typed goal as the top project's POM configures the plugin.
    var top = session.getTopLevelProject();
    for (var task : session.getGoals()) {
      var plugin = top.getPlugin(key);
      var binding =
          isStart(task, goal)
              ? unlessSkipped(plugin == null ? null : plugin.getConfiguration(), top, session, goal)
              : null;
      if (binding != null) {
        return binding;
      }
    }
    for (var module : session.getProjects()) {
      var plugin = module.getPlugin(key);
      for (var execution : plugin == null ? List.<PluginExecution>of() : plugin.getExecutions()) {
        var binding =
            isBound(execution)
                ? unlessSkipped(execution.getConfiguration(), module, session, goal)
                : null;
        if (binding != null) {
          return binding;
        }
      }
    }
    return null;
  }

  private static boolean isBound(PluginExecution execution) {
    var phase = execution.getPhase();
    return execution.getGoals().contains(GOAL)
        && (phase == null || !(phase.isBlank() || phase.equals("none")));
  }

  /** A session whose current project is this module, as Maven has it when a goal runs there. */
  private static MavenSession sessionIn(MavenProject module, MavenSession session) {
    if (module.equals(session.getCurrentProject())) {
      return session;
    }
    var there = session.clone();
    there.setCurrentProject(module);
    return there;
  }

  private static @Nullable SandboxBinding unlessSkipped(
      @Nullable Object configuration, MavenProject module, MavenSession session, MojoExecution goal)
      throws UserMistakeException {
    var parameters = new GoalParameters(configuration, sessionIn(module, session), goal);
    if (Boolean.parseBoolean(parameters.value("skip", "skip"))
        || Boolean.parseBoolean(parameters.value("skipSandbox", "sandbox.skip"))) {
      return null;
    }
    var port = parameters.value("port", "sandbox.port");
    var lifetime = parameters.value("tokenLifetime", "sandbox.tokenLifetime");
    return new SandboxBinding(
        Parameters.number("sandbox.port", port == null ? "0" : port, 65_535),
        Parameters.duration(
            "sandbox.tokenLifetime", lifetime == null ? "" : lifetime, TOKEN_LIFETIME));
  }
}
