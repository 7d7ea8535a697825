package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a goal's parameters, as the POM and the command line give them. Maven ignores a
 * property that no goal has. It passes a parameter whose <code>${…}</code> has no value as if it
 * were not set, or leaves the text in a path, so a goal would use the default account, or a
 * directory of that name.
 */
public final class GivenParameters {
  private static final String OURS = "netnut.";

  /** A reference to a property; a second dollar before it makes it a plain text. */
  private static final Pattern REFERENCE = Pattern.compile("(?<!\\$)\\$\\{[^{}]*}");

  /** A property may refer to itself. */
  private static final int MAX_DEPTH = 10;

  private final Build build;
  private final MavenSession session;
  private final MojoExecution goal;

  /** Those of a goal. */
  public GivenParameters(Build build) {
    this.build = build;
    this.session = build.session();
    this.goal = build.goal();
  }

  /** Warns of each user property that looks like a parameter of this plugin, but is none. */
  public void warnOfUnknown() {
    for (var name : new TreeSet<>(session.getUserProperties().stringPropertyNames())) {
      if (name.regionMatches(true, 0, OURS, 0, OURS.length())) {
        var known = known();
        if (!known.contains(name)) {
          build
              .warn()
              .accept(
                  Message.of(
                      "No goal of this plugin has a parameter with the property {}, so it does"
                          + " nothing: did you mean {}? mvn netnut:help lists all.",
                      name,
                      known.stream()
                          .min(Comparator.comparingInt(other -> distance(name, other)))
                          .orElseThrow()));
        }
      }
    }
  }

  private Set<String> known() {
    var known = new TreeSet<String>();
    for (var mojo : goal.getMojoDescriptor().getPluginDescriptor().getMojos()) {
      for (var parameter : mojo.getMojoConfiguration().getChildren()) {
        var expression = parameter.getValue("");
        if (expression.startsWith("${" + OURS)) {
          known.add(expression.substring(2, expression.length() - 1));
        }
      }
    }
    return known;
  }

  /** How many characters to insert, remove or replace; upper and lower case are the same. */
  private static int distance(String typed, String known) {
    var a = typed.toLowerCase(Locale.ROOT);
    var b = known.toLowerCase(Locale.ROOT);
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  /**
   * Refuses a parameter that refers to a property without a value.
   *
   * @throws UserMistakeException which names the parameter and its text
   */
  public void requireResolved() throws UserMistakeException {
    var descriptor = goal.getMojoDescriptor().getMojoConfiguration();
    for (var parameter : goal.getConfiguration().getChildren()) {
      var own = descriptor.getChild(parameter.getName()).getValue("");
      check(parameter.getName(), parameter, own);
    }
  }

  private void check(String parameter, Xpp3Dom element, String own) throws UserMistakeException {
    var text = element.getValue();
    if (text != null && text.indexOf('$') >= 0) {
      // Its own user property may be missing: then the parameter is not set.
      var given = text.equals(own) ? property(own) : text;
      var unresolved = given == null ? null : unresolved(given, 0);
      if (given != null && unresolved != null) {
        throw new UserMistakeException(
            "The parameter '{}' is '{}', but {} has no value. Define that property, or correct the"
                + " parameter in the POM or on the command line.",
            parameter,
            given,
            unresolved);
      }
    }
    for (var child : element.getChildren()) {
      check(parameter, child, "");
    }
  }

  /** The first reference without a value, in the text or in the texts that it refers to. */
  private @Nullable String unresolved(String text, int depth) {
    var references = REFERENCE.matcher(text);
    while (references.find()) {
      var reference = references.group();
      var property = property(reference);
      if (property == null ? !hasValue(reference) : depth == MAX_DEPTH) {
        return reference;
      }
      var deeper = property == null ? null : unresolved(property, depth + 1);
      if (deeper != null) {
        return deeper;
      }
    }
    return null;
  }

  /** The text of the property in a reference, where Maven looks for it; null without one. */
  private @Nullable String property(String reference) {
    var name = reference.substring(2, reference.length() - 1);
    var typed = session.getUserProperties().getProperty(name);
    if (typed != null) {
      return typed;
    }
    var system = session.getSystemProperties().getProperty(name);
    return system == null ? session.getCurrentProject().getProperties().getProperty(name) : system;
  }

  /** Whether it is something else that Maven knows, such as {@code ${project.basedir}}. */
  private boolean hasValue(String reference) {
    try {
      return new PluginParameterExpressionEvaluator(session, goal).evaluate(reference) != null;
    } catch (ExpressionEvaluationException e) {
      return false;
    }
  }
}
