package io.github.netnutmaven.build;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The files that {@code login} writes on request. An earlier build may have written them: then they
 * are the ones that this build's POM, {@code -D} or {@code NETNUT_TOKEN_FILE} names, and the files
 * with nothing but our variables.
 */
public final class LoginFiles {
  /** What an {@code envFile} has that nobody else writes to. */
  private static final Pattern VARIABLES =
      Pattern.compile("\\s*(?:NETNUT_(?:TOKEN|API_URL|TOKEN_EXPIRES_AT)=\\S*\\s+)+");

  private static final int MAX_SIZE = 1 << 15;

  private final Set<Path> named = new HashSet<>();

  /**
   * Finds the names.
   *
   * @param goal the goal that asks, whose plugin is ours
   * @param tokenFile the value of {@code NETNUT_TOKEN_FILE}, if it is set
   */
  public LoginFiles(MavenSession session, MojoExecution goal, @Nullable String tokenFile) {
    BuildState.of(session).writtenFiles().forEach(file -> named.add(Path.of(file)));
    if (tokenFile != null) {
      add(new File(tokenFile));
    }
    var evaluator = new PluginParameterExpressionEvaluator(session, goal);
    for (var configuration : configurations(session, goal)) {
      for (var parameter : List.of("tokenFile", "envFile")) {
        add(parameter, configuration, evaluator);
      }
    }
  }

  /** The configurations of {@code login} in this module: typed, and of each execution. */
  private static List<Xpp3Dom> configurations(MavenSession session, MojoExecution goal) {
    var configurations = new ArrayList<Object>();
    configurations.add(new Xpp3Dom("configuration"));
    var key = Plugin.constructKey(goal.getGroupId(), goal.getArtifactId());
    var plugin = session.getCurrentProject().getPlugin(key);
    if (plugin != null) {
      configurations.add(plugin.getConfiguration());
      plugin.getExecutions().stream()
          .filter(execution -> execution.getGoals().contains("login"))
          .forEach(execution -> configurations.add(execution.getConfiguration()));
    }
    return configurations.stream()
        .filter(Xpp3Dom.class::isInstance)
        .map(Xpp3Dom.class::cast)
        .toList();
  }

  private void add(
      String parameter, Xpp3Dom configuration, PluginParameterExpressionEvaluator evaluator) {
    var child = configuration.getChild(parameter);
    var text = child == null ? null : child.getValue();
    try {
      var value =
          evaluator.evaluate(text == null || text.isBlank() ? "${netnut." + parameter + "}" : text);
      if (value != null) {
        add(evaluator.alignToBaseDirectory(new File(value.toString())));
      }
    } catch (ExpressionEvaluationException e) {
      // Login says so, and writes no file.
    }
  }

  private void add(File file) {
    try {
      named.add(file.toPath().toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      // No file has such a name.
    }
  }

  /** Whether a file is one of them. */
  boolean contain(Path file) {
    return named.contains(file) || (file.toString().endsWith(".env") && hasOnlyOurs(file));
  }

  /** Whether only the owner can read the file, and it has nothing but what {@code login} writes. */
  private static boolean hasOnlyOurs(Path file) {
    try {
      return Files.size(file) < MAX_SIZE
          && isOwnerOnly(file)
          && VARIABLES.matcher(Files.readString(file)).matches();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isOwnerOnly(Path file) throws IOException {
    try {
      return EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
          .containsAll(Files.getPosixFilePermissions(file));
    } catch (UnsupportedOperationException e) {
      // Windows: the directory decides.
      return true;
    }
  }
}
