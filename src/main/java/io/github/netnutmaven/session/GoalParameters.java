package io.github.netnutmaven.session;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The values that Maven puts into the parameters of a goal of this plugin. */
final class GoalParameters {
  private final @Nullable Object configuration;
  private final PluginParameterExpressionEvaluator evaluator;

  /**
   * @param configuration the {@code <configuration>} of the goal's execution, if it has one
   * @param session a session in the module of the execution
   * @param goal any goal of this plugin
   */
  GoalParameters(@Nullable Object configuration, MavenSession session, MojoExecution goal) {
    this.configuration = configuration;
    this.evaluator = new PluginParameterExpressionEvaluator(session, goal);
  }

  /**
   * The configured value, else that of the user property; null without either, or if Maven cannot
   * evaluate it, because then the goal itself fails.
   *
   * @param property the user property without {@code netnut.}
   */
  @Nullable String value(String name, String property) {
    var child = configuration instanceof Xpp3Dom parameters ? parameters.getChild(name) : null;
    var text = child == null ? null : child.getValue();
    try {
      var value =
          evaluator.evaluate(text == null || text.isBlank() ? "${netnut." + property + "}" : text);
      return value == null ? null : value.toString();
    } catch (ExpressionEvaluationException e) {
      return null;
    }
  }

  /** The same for a file; a relative one is below the base directory. */
  Optional<Path> file(String name) {
    var value = value(name, name);
    return value == null ? Optional.empty() : path(evaluator.alignToBaseDirectory(new File(value)));
  }

  /** The absolute path of a file; empty if no file can have its name. */
  static Optional<Path> path(File file) {
    try {
      return Optional.of(file.toPath().toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
