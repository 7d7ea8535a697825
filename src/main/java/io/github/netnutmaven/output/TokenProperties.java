package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import java.util.HashMap;
import java.util.List;
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
    var values = new HashMap<String, String>();
    values.put(name, token.value());
    values.put(name + SOURCE, token.source());
    values.put(name + API_URL, url.toString());
    token.endsAt().ifPresent(end -> values.put(name + ENDS_AT, end.toString()));
    ours.add(token.value());
    for (var project : projects) {
      var before = project.getProperty(name);
      if (before == null || !ours.contains(before)) {
        values.keySet().stream().filter(n -> project.getProperty(n) != null).forEach(this::hidden);
      }
      if (!token.value().equals(before)) {
        project.remove(name + ENDS_AT);
        values.forEach(project::setProperty);
      }
    }
    return projects.size();
  }

  /** Warns of each of our names that the command line defines. */
  public void warnOf(Properties commandLine) {
    List.of(name, name + ENDS_AT, name + SOURCE, name + API_URL).stream()
        .filter(n -> commandLine.getProperty(n) != null)
        .forEach(
            n ->
                warn.accept(
                    "-D"
                        + n
                        + " hides the value that netnut:login sets: ${"
                        + n
                        + "} stays what was typed. Leave it out, or choose another tokenProperty."));
  }

  /**
   * Removes the properties where they are ours.
   *
   * @return whether any project had them
   */
  public boolean withdraw(List<Properties> projects) {
    boolean any = false;
    for (var project : projects) {
      var value = project.getProperty(name);
      if (value != null && ours.contains(value)) {
        List.of(name, name + ENDS_AT, name + SOURCE, name + API_URL).forEach(project::remove);
        any = true;
      }
    }
    return any;
  }

  private void hidden(String property) {
    warn.accept(
        "A <"
            + property
            + "> in the POM hides the value that netnut:login sets: wherever the POM says ${"
            + property
            + "}, it was replaced before the login. Remove it, or choose another tokenProperty.");
  }
}
