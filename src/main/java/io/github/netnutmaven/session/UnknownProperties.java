package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.Message;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** The user properties that look like parameters of this plugin, but are none. */
public final class UnknownProperties {
  private static final String OURS = "netnut.";

  private UnknownProperties() {}

  /** Warns of each of them. */
  public static void warn(Build build) {
    for (var name : new TreeSet<>(build.session().getUserProperties().stringPropertyNames())) {
      if (name.regionMatches(true, 0, OURS, 0, OURS.length())) {
        var known = known(build.goal().getMojoDescriptor().getPluginDescriptor());
        if (!known.contains(name)) {
          build.warn().accept(message(name, known));
        }
      }
    }
  }

  private static Message message(String name, Set<String> known) {
    var nearest =
        known.stream()
            .min(Comparator.comparingInt(other -> distance(name, other)))
            .filter(other -> distance(name, other) <= 3);
    return nearest.isPresent()
        ? Message.of(
            "No goal of this plugin has a parameter with the property {}, so it does nothing:"
                + " did you mean {}?",
            name,
            nearest.get())
        : Message.of(
            "No goal of this plugin has a parameter with the property {}, so it does nothing."
                + " mvn netnut:help lists the goals and their parameters.",
            name);
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
