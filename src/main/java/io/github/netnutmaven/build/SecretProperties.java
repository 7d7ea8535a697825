package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Locale;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/**
 * Refuses secrets in properties: Maven shows them at {@code -X}, tests write them into reports, and
 * the command line stands in the process list.
 */
public final class SecretProperties {
  private static final Pattern NAME =
      Pattern.compile(
          "netnut\\.(?:.*\\.)?[a-z_-]*(?:password|passwd|passphrase|pwd|secret|token|api-?key)");

  private static final String OURS = "netnut.";

  private static final String NONE_TYPED = "no secret was typed";

  private final MavenSession session;

  public SecretProperties(MavenSession session) {
    this.session = session;
  }

  /**
   * Looks through what was typed, once in a build, and what the POM defines.
   *
   * @param tokenProperty the token's own property: a default for it in the POM only hides ours
   */
  public void refuse(String tokenProperty) throws UserMistakeException {
    var data = BuildState.of(session);
    if (!data.containsKey(NONE_TYPED)) {
      refuseTyped(session.getUserProperties());
      refuseTyped(session.getSystemProperties());
      data.put(NONE_TYPED, true);
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
      var exposed = BuildState.texts(session, TokenProperty.EXPOSED);
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
        "Found "
            + what
            + ", but a secret must not be a property: logs and test reports show those. Remove it,"
            + " and put the account into a <server> of settings.xml, or into NETNUT_EMAIL and"
            + " NETNUT_PASSWORD, or a token into NETNUT_TOKEN.");
  }
}
