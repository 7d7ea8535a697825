package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Message;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** The user properties that look like parameters of this plugin, but are none. */
public final class UnknownProperties {
  private static final String OURS = "netnut.";

  private UnknownProperties() {}

  /**
   * Warns of each of them, once in a build.
   *
   * @param plugin has the parameters of all goals
   */
  public static void warn(MavenSession session, PluginDescriptor plugin, Consumer<Message> warn) {
    if (!BuildState.of(session).hasComparedProperties().compareAndSet(false, true)) {
      return;
    }
    for (var name : new TreeSet<>(session.getUserProperties().stringPropertyNames())) {
      if (name.regionMatches(true, 0, OURS, 0, OURS.length())) {
        warn(name, plugin, warn);
      }
    }
  }

  private static void warn(String name, PluginDescriptor plugin, Consumer<Message> warn) {
    var known = known(plugin);
    if (!known.contains(name)) {
      var nearest =
          known.stream()
              .min(Comparator.comparingInt(other -> distance(name, other)))
              .filter(other -> distance(name, other) <= 3);
      warn.accept(
          nearest.isPresent()
              ? Message.of(
                  "No goal of this plugin has a parameter with the property {}, so it does nothing:"
                      + " did you mean {}?",
                  name,
                  nearest.get())
              : Message.of(
                  "No goal of this plugin has a parameter with the property {}, so it does nothing."
                      + " mvn netnut:help lists the goals and their parameters.",
                  name));
    }
  }

  private static Set<String> known(PluginDescriptor plugin) {
    var known = new TreeSet<String>();
    for (var goal : plugin.getMojos()) {
      for (var parameter : goal.getMojoConfiguration().getChildren()) {
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
}
