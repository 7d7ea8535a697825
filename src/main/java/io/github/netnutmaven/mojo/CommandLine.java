package io.github.netnutmaven.mojo;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * Tells what was typed from what only looks so: Maven hands {@code -D} options of the project's
 * {@code .mvn} folder ({@code maven.config}, and Maven 4's properties files) to plugins as if the
 * user had typed them.
 */
final class CommandLine {
  private final MavenSession session;

  CommandLine(MavenSession session) {
    this.session = session;
  }

  /**
   * Whether the property with this value is the word of who runs the build. When the project's
   * files may have set it, it counts as theirs.
   */
  boolean has(String property, String value) throws IOException {
    var root = session.getRequest().getMultiModuleProjectDirectory();
    return value.equals(session.getUserProperties().getProperty(property))
        && (root == null || !maySet(root.toPath().resolve(".mvn"), property, value));
  }

  /** System and user properties, as Maven itself lets the latter win. */
  static Properties properties(MavenSession session) {
    var all = new Properties();
    all.putAll(session.getSystemProperties());
    all.putAll(session.getUserProperties());
    return all;
  }

  private static boolean maySet(Path folder, String property, String value) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = String.valueOf(file.getFileName());
        if ((name.equals("maven.config") && inOptions(text(file), property, value))
            || (name.endsWith(".properties") && inProperties(text(file), property, value))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private static boolean inOptions(String text, String property, String value) {
    var option = Pattern.compile(Pattern.quote(property) + "=([^\\s\"']*)").matcher(text);
    return option.results().anyMatch(found -> isOrMayBecome(found.group(1), value));
  }

  private static boolean inProperties(String text, String property, String value)
      throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(text));
    // Maven 4 reads the files that ${includes} names as well.
    return properties.containsKey("${includes}")
        || isOrMayBecome(properties.getProperty(property), value);
  }

  private static boolean isOrMayBecome(@Nullable String set, String value) {
    return set != null && (set.equals(value) || set.contains("$"));
  }
}
