package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.UserMistakeException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The values that Maven will put into the fields of a {@code sandbox-start}. */
public final class SandboxParameters {
  /** The default of the parameter {@code tokenLifetime}. */
  public static final String TOKEN_LIFETIME = "24h";

  private final @Nullable Object configuration;
  private final PluginParameterExpressionEvaluator evaluator;

  /**
   * Evaluates nothing yet.
   *
   * @param configuration the {@code <configuration>} of the execution
   * @param session a session in the module of the execution
   */
  SandboxParameters(@Nullable Object configuration, MavenSession session, MojoExecution goal) {
    this.configuration = configuration;
    this.evaluator = new PluginParameterExpressionEvaluator(session, goal);
  }

  @Nullable SandboxBinding unlessSkipped() throws UserMistakeException {
    if (Boolean.parseBoolean(value("skip", "skip", "false"))
        || Boolean.parseBoolean(value("skipSandbox", "sandbox.skip", "false"))) {
      return null;
    }
    var lifetime = value("tokenLifetime", "sandbox.tokenLifetime", "");
    return new SandboxBinding(
        Parameters.port("sandbox.port", value("port", "sandbox.port", "0")),
        Parameters.duration("sandbox.tokenLifetime", lifetime, TOKEN_LIFETIME));
  }

  /** The configured value, else that of the user property, else the default. */
  private String value(String name, String property, String byDefault) throws UserMistakeException {
    var configured = configuration instanceof Xpp3Dom parameters ? parameters.getChild(name) : null;
    var text = configured == null ? null : configured.getValue();
    try {
      var value =
          evaluator.evaluate(text == null || text.isEmpty() ? "${netnut." + property + "}" : text);
      return value == null ? byDefault : value.toString();
    } catch (ExpressionEvaluationException e) {
      throw new UserMistakeException(
          "Tried to read the parameter '{}' of netnut:sandbox-start, but Maven cannot evaluate it."
              + " Correct it in the POM.",
          name);
    }
  }
}
