package io.github.netnutmaven.session;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.jspecify.annotations.Nullable;

/** Finds the names of the files that {@code login} writes in this module. */
public final class LoginFileNames {
  private LoginFileNames() {}

  /**
   * Those that this build has written, and those that its POM, {@code -D} or {@code
   * NETNUT_TOKEN_FILE} names, which an earlier build may have written.
   */
  public static Set<Path> of(Build build) {
    var names = new HashSet<Path>();
    build.state().writtenFiles().forEach(file -> names.add(Path.of(file)));
    var tokenFile = build.variables().apply("NETNUT_TOKEN_FILE");
    if (tokenFile != null) {
      GoalParameters.path(new File(tokenFile)).ifPresent(names::add);
    }
    for (var configuration : configurations(build)) {
      var parameters = new GoalParameters(configuration, build.session(), build.goal());
      parameters.file("tokenFile").ifPresent(names::add);
      parameters.file("envFile").ifPresent(names::add);
    }
    return names;
  }

  /** The configurations of {@code login} in this module: typed, and of each execution. */
  private static List<@Nullable Object> configurations(Build build) {
    var configurations = new ArrayList<@Nullable Object>();
    configurations.add(null);
    var goal = build.goal();
    var plugin =
        build
            .session()
            .getCurrentProject()
            .getPlugin(Plugin.constructKey(goal.getGroupId(), goal.getArtifactId()));
    if (plugin != null) {
      configurations.add(plugin.getConfiguration());
      plugin.getExecutions().stream()
          .filter(execution -> execution.getGoals().contains("login"))
          .forEach(execution -> configurations.add(execution.getConfiguration()));
    }
    return configurations;
  }
}
