package io.github.netnutmaven.session;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/** Finds the names of the files that {@code login} writes in this module. */
public final class LoginFileNames {
  private final Set<Path> names = new HashSet<>();

  private LoginFileNames() {}

  /**
   * Those that this build has written, and those that its POM, {@code -D} or {@code
   * NETNUT_TOKEN_FILE} names, which an earlier build may have written.
   */
  public static Set<Path> of(Build build) {
    var names = new LoginFileNames();
    var session = build.session();
    var goal = build.goal();
    build.state().writtenFiles().forEach(file -> names.names.add(Path.of(file)));
    var tokenFile = build.variables().apply("NETNUT_TOKEN_FILE");
    if (tokenFile != null) {
      names.add(new File(tokenFile));
    }
    for (var configuration : configurations(session, goal)) {
      var parameters = new GoalParameters(configuration, session, goal);
      names.add("tokenFile", parameters);
      names.add("envFile", parameters);
    }
    return names.names;
  }

  /** The configurations of {@code login} in this module: typed, and of each execution. */
  private static List<@Nullable Object> configurations(MavenSession session, MojoExecution goal) {
    var configurations = new ArrayList<@Nullable Object>();
    configurations.add(null);
    var key = Plugin.constructKey(goal.getGroupId(), goal.getArtifactId());
    var plugin = session.getCurrentProject().getPlugin(key);
    if (plugin != null) {
      configurations.add(plugin.getConfiguration());
      plugin.getExecutions().stream()
          .filter(execution -> execution.getGoals().contains("login"))
          .forEach(execution -> configurations.add(execution.getConfiguration()));
    }
    return configurations;
  }

  private void add(String parameter, GoalParameters parameters) {
    try {
      var file = parameters.file(parameter);
      if (file != null) {
        add(file);
      }
    } catch (ExpressionEvaluationException e) {
      // Login says so, and writes no file.
    }
  }

  private void add(File file) {
    try {
      names.add(file.toPath().toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      // No file has such a name.
    }
  }
}
