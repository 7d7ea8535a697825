package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/** The token as properties of projects: the token itself, when it ends, its source, its address. */
public final class TokenProperties {
  private static final String ENDS_AT = ".expiresAt";
  private static final String SOURCE = ".source";
  private static final String API_URL = ".apiUrl";

  private final String name;
  private final Set<String> ours;
  private final Consumer<String> warn;

  /**
   * @param name the property that receives the token
   * @param ours all tokens that this build has exposed so far; grows with each one
   * @param warn where the user is told of a property that hides ours
   */
  public TokenProperties(String name, Set<String> ours, Consumer<String> warn) {
    this.name = name;
    this.ours = ours;
    this.warn = warn;
  }

  /**
   * Writes the properties where they are not the same already.
   *
   * @param projects each project's own, none of them in use by another thread
   * @return how many projects have the token now
   */
  public int expose(AccessToken token, ApiUrl url, List<Properties> projects) {
    ours.add(token.value());
    var lacking = new ArrayList<Properties>();
    for (var project : projects) {
      if (!token.value().equals(project.getProperty(name))) {
        lacking.add(project);
      }
    }
    if (!lacking.isEmpty()) {
      write(values(token, url), lacking);
    }
    return projects.size();
  }

  private Map<String, String> values(AccessToken token, ApiUrl url) {
    var values = new HashMap<String, String>();
    values.put(name, token.value());
    values.put(name + SOURCE, token.source().toString());
    values.put(name + API_URL, url.toString());
    if (token.expiresAt() != null) {
      values.put(name + ENDS_AT, token.expiresAt().toString());
    }
    return values;
  }

  private void write(Map<String, String> values, List<Properties> projects) {
    for (var project : projects) {
      var before = project.getProperty(name);
      if (before == null || !ours.contains(before)) {
        warnOfHidden(project, values.keySet());
      }
      project.remove(name + ENDS_AT);
      for (var value : values.entrySet()) {
        project.setProperty(value.getKey(), value.getValue());
      }
    }
  }

  /** Warns of each of our names that was typed, or that Java was started with. */
  public void warnOf(Properties user, Properties system) {
    for (var property : names()) {
      if (user.getProperty(property) != null || system.getProperty(property) != null) {
        warn.accept(
            "-D"
                + property
                + " hides the value that netnut:login sets: ${"
                + property
                + "} stays what was typed. Leave it out, or choose another tokenProperty.");
      }
    }
  }

  /**
   * Removes the properties where they are one of these tokens.
   *
   * @return whether any project had them
   */
  public boolean withdraw(Set<String> tokens, List<Properties> projects) {
    boolean any = false;
    for (var project : projects) {
      var value = project.getProperty(name);
      if (value != null && tokens.contains(value)) {
        names().forEach(project::remove);
        any = true;
      }
    }
    return any;
  }

  private List<String> names() {
    return List.of(name, name + ENDS_AT, name + SOURCE, name + API_URL);
  }

  private void warnOfHidden(Properties project, Set<String> names) {
    for (var property : names) {
      if (project.getProperty(property) != null) {
        warn.accept(
            "A <"
                + property
                + "> in the POM hides the value that netnut:login sets: wherever the POM says ${"
                + property
                + "}, it was replaced before the login. Remove it, or choose another tokenProperty.");
      }
    }
  }
}
