package io.github.netnutmaven.leak;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a secret most likely came to where it was found, and what to do about it. */
enum Cause {
  /** A report of Surefire or Failsafe. */
  TEST_REPORT(
      "a test report",
      "Pass it to the tests as an environment variable, not as a system property or with -D."),
  /** A resource with <code>${…}</code> in it, in a folder of classes or packed already. */
  FILTERED_RESOURCE(
      "most likely a filtered resource", "Do not filter it: read the secret at run time."),
  /** The POM, which is installed and deployed beside the artifact. */
  POM("the POM, which is published", "Put it into settings.xml or the environment instead."),
  /** What a plugin wrote of the build's properties. */
  PROPERTIES_FILE("a properties file", "Do not have a plugin write all properties of the project."),
  /** What a program printed. */
  LOG("a log", "Do not log the secret, nor the header Authorization."),
  /** The name of a file. */
  NAME("the name of a file", "Name it otherwise."),
  /** Anything else. */
  OTHER("a file that this build made", "Have what writes it leave the secret out.");

  private static final Pattern REPORT =
      Pattern.compile("(?:.*/)?(?:TEST-[^/]*\\.xml|(?:surefire|failsafe)-reports/.*)");
  private static final Pattern RESOURCE = Pattern.compile("(?:.*/)?(?:test-)?classes/.*");
  private static final Pattern POM_FILE =
      Pattern.compile("(?:.*/)?(?:[^/]*\\.pom|[^/]*pom[^/]*\\.xml)");
  private static final Pattern LOG_FILE =
      Pattern.compile("(?:.*/)?(?:[^/]*\\.(?:log|out|err)(?:\\.[^/]*)?|logs?/.*)");

  private final String what;
  private final String remedy;

  Cause(String what, String remedy) {
    this.what = what;
    this.remedy = remedy;
  }

  /** The likely cause, by where something was found. */
  static Cause of(Location place) {
    var path = place.innermost();
    if (REPORT.matcher(path).matches() || REPORT.matcher(place.file()).matches()) {
      return TEST_REPORT;
    }
    if (place.isPacked() || RESOURCE.matcher(path).matches()) {
      return FILTERED_RESOURCE;
    }
    if (POM_FILE.matcher(path).matches()) {
      return POM;
    }
    if (path.toLowerCase(Locale.ROOT).endsWith(".properties")) {
      return PROPERTIES_FILE;
    }
    return LOG_FILE.matcher(path).matches() ? LOG : OTHER;
  }

  /** What it is, and the remedy. */
  @Override
  public String toString() {
    return "(" + what + "). " + remedy;
  }
}
