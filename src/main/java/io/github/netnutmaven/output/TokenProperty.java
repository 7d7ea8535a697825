package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.state.BuildState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The token's property in the modules of a build. Three more have its name and a suffix: when the
 * token expires, its source, and the base address of the API.
 */
public final class TokenProperty {
  /** The default of the parameter {@code tokenProperty}. */
  public static final String DEFAULT = "netnut.token";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  /** Names that Maven or Java uses. */
  private static final Pattern TAKEN =
      Pattern.compile(
          "basedir|(?:java|os|user|file|path|line|sun|jdk|maven|project|pom|session|settings|env)"
              + "(?:\\..*)?");

  private static final String EXPIRES_AT = ".expiresAt";
  private static final String SOURCE = ".source";
  private static final String API_URL = ".apiUrl";

  private final BuildState state;
  private final String name;
  private final Consumer<Message> warn;

  /**
   * @param name {@linkplain #requireFree free} to use
   * @param warn receives a warning for each property that hides one of these
   */
  public TokenProperty(BuildState state, String name, Consumer<Message> warn) {
    this.state = state;
    this.name = name;
    this.warn = warn;
  }

  /**
   * Checks the parameter {@code tokenProperty}.
   *
   * @throws UserMistakeException when it is no name, or one that Maven or Java uses
   */
  public static void requireFree(String name) throws UserMistakeException {
    if (TAKEN.matcher(name).matches() || !NAME.matcher(name).matches()) {
      throw new UserMistakeException(
          "The parameter 'tokenProperty' cannot be a name that Maven or Java uses, nor have"
              + " characters other than letters, digits, '.', '-' and '_'. Choose another, such as"
              + " {}.",
          DEFAULT);
    }
  }

  /**
   * Sets the properties in every module that may be written, or in this goal's alone. Later goals
   * may write no other modules except their own, so the full pass runs once.
   *
   * @param isHidden whether the token stays out, and only what is known about it is set
   * @return whether another property of this name keeps the token from this module's plugins
   */
  boolean expose(
      AccessToken token, ApiUrl url, boolean everywhere, boolean isHidden, Modules modules) {
    state.tokenProperties().add(name);
    state.exposedTokens().add(token.value());
    boolean isFirst = everywhere && state.tokensInEveryModule(name).add(token.value());
    var values = values(token, url);
    if (isHidden) {
      values.remove(name);
    }
    boolean isTaken = warnOf(values.keySet(), "-D%s", modules.typedProperties());
    synchronized (state.lock()) {
      for (var module : modules.properties(isFirst)) {
        if (!module.entrySet().containsAll(values.entrySet())) {
          isTaken |= write(values, module);
        }
      }
      if (isHidden) {
        state.hiddenTokens(name).add(token.value());
      }
    }
    return isTaken;
  }

  /**
   * Removes the properties from every module that may be written, where it is one of these tokens.
   *
   * @return whether it was there
   */
  public boolean remove(Set<String> tokens, Modules modules) {
    state.tokensInEveryModule(name).removeAll(tokens);
    synchronized (state.lock()) {
      boolean isHidden = state.hiddenTokens(name).removeAll(tokens);
      boolean any = isHidden;
      for (var module : modules.properties(true)) {
        var value = module.getProperty(name);
        if (isHidden || (value != null && tokens.contains(value))) {
          names().forEach(module::remove);
          any = true;
        }
      }
      return any;
    }
  }

  private boolean write(Map<String, String> values, Properties module) {
    boolean isTaken =
        !isOurs(module) && warnOf(values.keySet(), "A <%s> in the POM", List.of(module));
    module.remove(name + EXPIRES_AT);
    for (var value : values.entrySet()) {
      module.setProperty(value.getKey(), value.getValue());
    }
    return isTaken;
  }

  /** Whether a login of this build wrote the properties that are there. */
  private boolean isOurs(Properties module) {
    var token = module.getProperty(name);
    return token == null
        ? !state.hiddenTokens(name).isEmpty() && module.getProperty(name + SOURCE) != null
        : state.exposedTokens().contains(token);
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
   * Warns of each of these properties that has a value already, and returns whether the token's is
   * among them.
   *
   * @param form how a message names such a property
   */
  private boolean warnOf(Set<String> names, String form, List<Properties> others) {
    boolean isTaken = false;
    for (var property : names) {
      if (isIn(others, property)) {
        isTaken |= property.equals(name);
        warn.accept(
            Message.of(
                "{} hides the value that netnut:login sets: ${{}} keeps the value from there. Remove"
                    + " it, or choose another tokenProperty.",
                String.format(form, property),
                property));
      }
    }
    return isTaken;
  }

  private static boolean isIn(List<Properties> others, String property) {
    for (var other : others) {
      if (other.getProperty(property) != null) {
        return true;
      }
    }
    return false;
  }

  private List<String> names() {
    return List.of(name, name + EXPIRES_AT, name + SOURCE, name + API_URL);
  }

  /** Its name. */
  @Override
  public String toString() {
    return name;
  }
}
