package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.UserMistakeException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Predicate;
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
    Predicate<String> none = name -> false;
    var typed =
        first(session.getUserProperties(), none)
            .or(() -> first(session.getSystemProperties(), none));
    if (typed.isPresent()) {
      throw refused("-D" + typed.get());
    }
    var defined = session.getCurrentProject().getProperties();
    var exposed = BuildData.texts(session, TokenProperty.EXPOSED);
    var project =
        first(
            defined,
            name -> name.equals(tokenProperty) || exposed.contains(defined.getProperty(name)));
    if (project.isPresent()) {
      throw refused("<" + project.get() + "> in the POM or in a profile");
    }
  }

  private static Optional<String> first(Properties properties, Predicate<String> allowed) {
    var found = new TreeSet<String>();
    for (var name : properties.stringPropertyNames()) {
      // The pattern alone would say the same, but of the hundreds of names few are worth it.
      if (name.regionMatches(true, 0, OURS, 0, OURS.length())
          && NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()
          && !allowed.test(name)) {
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
