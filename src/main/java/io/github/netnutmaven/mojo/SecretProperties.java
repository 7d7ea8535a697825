package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;

/**
 * Refuses secrets in properties: Maven shows them at {@code -X}, tests write them into reports, and
 * the command line stands in the process list.
 */
final class SecretProperties {
  private static final Pattern NAME =
      Pattern.compile(
          "netnut\\.(?:.*\\.)?[a-z_-]*(?:password|passwd|passphrase|pwd|secret|token|api-?key)");

  private static final String OURS = "netnut.";

  private final MavenSession session;

  SecretProperties(MavenSession session) {
    this.session = session;
  }

  /**
   * Looks through what was typed and what the POM defines.
   *
   * @param tokenProperty the token's own property: a default for it in the POM only hides ours
   */
  void refuse(String tokenProperty) throws UserMistakeException {
    var typed = first(session.getUserProperties()).or(() -> first(session.getSystemProperties()));
    if (typed.isPresent()) {
      throw refused("-D" + typed.get());
    }
    var project = first(definedBeside(tokenProperty));
    if (project.isPresent()) {
      throw refused("<" + project.get() + "> in the POM or in a profile");
    }
  }

  private Properties definedBeside(String tokenProperty) {
    var properties = session.getCurrentProject().getProperties();
    var defined = new Properties();
    for (var name : properties.stringPropertyNames()) {
      if (isOurs(name) && !name.equals(tokenProperty)) {
        defined.setProperty(name, properties.getProperty(name, ""));
      }
    }
    defined.values().removeAll(BuildData.texts(session, TokenProperty.EXPOSED));
    return defined;
  }

  private static boolean isOurs(String name) {
    return name.regionMatches(true, 0, OURS, 0, OURS.length());
  }

  private static Optional<String> first(Properties properties) {
    var found = new TreeSet<String>();
    for (var name : properties.stringPropertyNames()) {
      // The pattern alone would say the same, but of the hundreds of names few are worth it.
      if (isOurs(name) && NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        found.add(name);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found.first());
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
