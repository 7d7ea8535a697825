package io.github.netnutmaven.leak;

import java.util.Locale;
import java.util.regex.Pattern;

/** What most likely wrote a secret to a location, and how to prevent it. */
enum LeakSource {
  /** A report of Surefire or Failsafe. */
  TEST_REPORT(
      "a test report",
      "Pass it to the tests as an environment variable, not as a system property or with -D."),
  /** A resource with <code>${…}</code> in it, in a directory of classes or in an archive. */
  FILTERED_RESOURCE(
      "most likely a filtered resource", "Do not filter it: read the secret at run time."),
  /** The POM, which is installed and deployed beside the artifact. */
  POM("the POM, which is published", "Put it into settings.xml or the environment instead."),
  /** The build's properties, as a plugin wrote them. */
  PROPERTIES_FILE("a properties file", "Do not let a plugin write all properties of the project."),
  /** What a program printed. */
  LOG("a log", "Do not log the secret or the Authorization header."),
  /** The name of a file. */
  FILE_NAME("the name of a file", "Choose another name."),
  /** Anything else. */
  OTHER("a file that this build made", "Keep the secret out of what writes it.");

  private static final Pattern REPORT_PATH =
      Pattern.compile("(?:.*/)?(?:TEST-[^/]*\\.xml|(?:surefire|failsafe)-reports/.*)");
  private static final Pattern CLASSES_PATH = Pattern.compile("(?:.*/)?(?:test-)?classes/.*");
  private static final Pattern POM_PATH =
      Pattern.compile("(?:.*/)?(?:[^/]*\\.pom|[^/]*pom[^/]*\\.xml)");
  private static final Pattern LOG_PATH =
      Pattern.compile("(?:.*/)?(?:[^/]*\\.(?:log|out|err)(?:\\.[^/]*)?|logs?/.*)");

  private final String description;
  private final String remedy;

  LeakSource(String description, String remedy) {
    this.description = description;
    this.remedy = remedy;
  }

  /** The most likely source of a secret at this location. */
  static LeakSource of(Location location) {
    var path = location.name();
    if (REPORT_PATH.matcher(path).matches() || REPORT_PATH.matcher(location.file()).matches()) {
      return TEST_REPORT;
    }
    if (location.isArchived() || CLASSES_PATH.matcher(path).matches()) {
      return FILTERED_RESOURCE;
    }
    if (POM_PATH.matcher(path).matches()) {
      return POM;
    }
    if (path.toLowerCase(Locale.ROOT).endsWith(".properties")) {
      return PROPERTIES_FILE;
    }
    return LOG_PATH.matcher(path).matches() ? LOG : OTHER;
  }

  /** The description in parentheses, and the remedy. */
  @Override
  public String toString() {
    return "(" + description + "). " + remedy;
  }
}
