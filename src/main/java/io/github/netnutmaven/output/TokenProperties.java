package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The properties of projects that hold the token. Three more have the token's property name and a
 * suffix: when the token expires, its source, and the base address of the API.
 */
public final class TokenProperties {
  private static final String EXPIRES_AT = ".expiresAt";
  private static final String SOURCE = ".source";
  private static final String API_URL = ".apiUrl";

  private final String name;
  private final Set<String> exposed;
  private final Set<String> hidden;
  private final Consumer<Message> warn;

  /**
   * @param name the property for the token
   * @param exposed all tokens that this build has written to properties; new ones are added
   * @param hidden the tokens that this build has exposed without their value; new ones are added
   * @param warn receives a warning for each property that hides one of these
   */
  public TokenProperties(
      String name, Set<String> exposed, Set<String> hidden, Consumer<Message> warn) {
    this.name = name;
    this.exposed = exposed;
    this.hidden = hidden;
    this.warn = warn;
  }

  /**
   * Writes the properties of the projects that do not have these values yet.
   *
   * @param isHidden whether the token itself stays out, and only what is known about it is written
   * @param projects the properties of each project, which no other thread may use meanwhile
   * @return whether a POM hides the token
   */
  public boolean expose(
      AccessToken token, ApiUrl url, boolean isHidden, List<Properties> projects) {
    boolean isInPom = false;
    exposed.add(token.value());
    var values = values(token, url);
    if (isHidden) {
      values.remove(name);
    }
    for (var project : projects) {
      if (!project.entrySet().containsAll(values.entrySet())) {
        isInPom |= write(values, project);
      }
    }
    if (isHidden) {
      hidden.add(token.value());
    }
    return isInPom;
  }

  private boolean write(Map<String, String> values, Properties project) {
    boolean isInPom = !isOurs(project) && project.getProperty(name) != null;
    if (!isOurs(project)) {
      warnOfPom(project, values.keySet());
    }
    project.remove(name + EXPIRES_AT);
    for (var value : values.entrySet()) {
      project.setProperty(value.getKey(), value.getValue());
    }
    return isInPom;
  }

  /** Whether a login of this build wrote the properties that are there. */
  private boolean isOurs(Properties project) {
    var token = project.getProperty(name);
    return token == null
        ? !hidden.isEmpty() && project.getProperty(name + SOURCE) != null
        : exposed.contains(token);
  }

  private Map<String, String> values(AccessToken token, ApiUrl url) {
    var values = new HashMap<String, String>();
    values.put(name, token.value());
    values.put(name + SOURCE, token.source().toString());
    values.put(name + API_URL, url.toString());
    if (token.expiresAt() != null) {
      values.put(name + EXPIRES_AT, token.expiresAt().toString());
    }
    return values;
  }

  /**
   * Warns of each of these properties that was set with {@code -D} or when Java was started.
   *
   * @return whether the token's is among them
   */
  public boolean warnOf(Properties user, Properties system) {
    for (var property : names()) {
      if (user.getProperty(property) != null || system.getProperty(property) != null) {
        warn.accept(
            Message.of(
                "-D{} hides the value that netnut:login sets: ${{}} keeps the value from the command"
                    + " line. Remove it, or choose another tokenProperty.",
                property,
                property));
      }
    }
    return user.getProperty(name) != null || system.getProperty(name) != null;
  }

  /**
   * Removes the properties from the projects whose token is one of these.
   *
   * @return whether any project had one of the tokens
   */
  public boolean remove(Set<String> tokens, List<Properties> projects) {
    boolean isHidden = hidden.removeAll(tokens);
    boolean any = isHidden;
    for (var project : projects) {
      var value = project.getProperty(name);
      if (isHidden || (value != null && tokens.contains(value))) {
        names().forEach(project::remove);
        any = true;
      }
    }
    return any;
  }

  private List<String> names() {
    return List.of(name, name + EXPIRES_AT, name + SOURCE, name + API_URL);
  }

  private void warnOfPom(Properties project, Set<String> names) {
    for (var property : names) {
      if (project.getProperty(property) != null) {
        warn.accept(
            Message.of(
                "A <{}> in the POM hides the value that netnut:login sets: Maven replaces ${{}} in"
                    + " the POM before the login. Remove it, or choose another tokenProperty.",
                property,
                property));
      }
    }
  }
}
