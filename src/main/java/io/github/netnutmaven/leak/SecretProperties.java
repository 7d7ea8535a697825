package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.state.BuildState;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Refuses secrets and password commands in properties. Maven shows properties at {@code -X}, tests
 * write them into reports, the process list shows the command line, and a project can set them.
 */
public final class SecretProperties {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)netnut\\.(?:.*\\.)?[a-z_-]*(?:password|password[._-]?command|passwd|passphrase|pwd"
              + "|secret|token|api-?key)");

  private final BuildState state;

  /** Those of a build. */
  public SecretProperties(BuildState state) {
    this.state = state;
  }

  /**
   * Looks at the typed properties, once in a build, and at those of the POM.
   *
   * @param typed the properties of the command line and of Java
   * @param defined those of the module
   * @param tokenProperty the token's property: a default for it in the POM only hides the token
   * @throws UserMistakeException when there is a secret
   */
  public void refuse(List<Properties> typed, Properties defined, String tokenProperty)
      throws UserMistakeException {
    state.once("no secret was typed", () -> refuseTyped(typed));
    var found = secrets(defined);
    found.remove(tokenProperty);
    if (!found.isEmpty()) {
      found.removeIf(name -> state.exposedTokens().contains(defined.getProperty(name)));
    }
    if (!found.isEmpty()) {
      throw refused("<" + found.first() + "> in the POM or in a profile");
    }
  }

  private static boolean refuseTyped(List<Properties> typed) throws UserMistakeException {
    for (var properties : typed) {
      var found = secrets(properties);
      if (!found.isEmpty()) {
        throw refused("-D" + found.first());
      }
    }
    return true;
  }

  private static SortedSet<String> secrets(Properties properties) {
    var found = new TreeSet<String>();
    for (var name : properties.stringPropertyNames()) {
      if (NAME.matcher(name).matches()) {
        found.add(name);
      }
    }
    return found;
  }

  private static UserMistakeException refused(String what) {
    return new UserMistakeException(
        "Found {}, but a secret must not be a property: logs and test reports show those, and a"
            + " project can set them. Remove it, and put the account into a <server> of"
            + " settings.xml, or into NETNUT_EMAIL and NETNUT_PASSWORD or NETNUT_PASSWORD_COMMAND,"
            + " or a token into NETNUT_TOKEN.",
        what);
  }
}
