package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/**
 * Refuses secrets and password commands in properties. Maven shows properties at {@code -X}, tests
 * write them into reports, the process list shows the command line, and a project can set them.
 */
public final class SecretProperties {
  private static final Pattern NAME =
      Pattern.compile(
          "netnut\\.(?:.*\\.)?[a-z_-]*(?:password|password[._-]?command|passwd|passphrase|pwd"
              + "|secret|token|api-?key)");

  private static final String OURS = "netnut.";

  private final MavenSession session;

  /** Looks at nothing yet. */
  public SecretProperties(MavenSession session) {
    this.session = session;
  }

  /**
   * Looks at the typed properties, once in a build, and at those of the POM.
   *
   * @param tokenProperty the token's property: a default for it in the POM only hides the token
   * @throws UserMistakeException when there is a secret
   */
  public void refuse(String tokenProperty) throws UserMistakeException {
    var state = BuildState.of(session);
    if (!state.hasNoTypedSecret().get()) {
      refuseTyped(session.getUserProperties());
      refuseTyped(session.getSystemProperties());
      state.hasNoTypedSecret().set(true);
    }
    refuseDefined(session.getCurrentProject().getProperties(), tokenProperty);
  }

  private static void refuseTyped(Properties typed) throws UserMistakeException {
    var found = secrets(typed);
    if (!found.isEmpty()) {
      throw refused("-D" + found.first());
    }
  }

  private void refuseDefined(Properties defined, String tokenProperty) throws UserMistakeException {
    var found = secrets(defined);
    found.remove(tokenProperty);
    if (!found.isEmpty()) {
      var exposed = BuildState.of(session).exposedTokens();
      found.removeIf(name -> exposed.contains(defined.getProperty(name)));
    }
    if (!found.isEmpty()) {
      throw refused("<" + found.first() + "> in the POM or in a profile");
    }
  }

  private static SortedSet<String> secrets(Properties properties) {
    var found = new TreeSet<String>();
    for (var name : properties.stringPropertyNames()) {
      // The pattern alone would say the same, but of the hundreds of names few are worth it.
      if (name.regionMatches(true, 0, OURS, 0, OURS.length())
          && NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
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
