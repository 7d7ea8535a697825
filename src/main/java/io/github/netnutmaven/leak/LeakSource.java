package io.github.netnutmaven.leak;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What most likely wrote a secret to a location, and how to prevent it: the first constant whose
 * pattern matches the whole path, with {@code !/} after each archive.
 */
enum LeakSource {
  /** A report of Surefire or Failsafe. */
  TEST_REPORT(
      "a test report",
      "Pass it to the tests as an environment variable, not as a system property or with -D.",
      "(?:.*/)?(?:TEST-[^/]*\\.xml|(?:surefire|failsafe)-reports/.*)"),
  /** What Java Flight Recorder or a heap dump stored, which includes the environment. */
  JVM_DUMP(
      "a recording or heap dump of a JVM, which contains its environment",
      "Delete it, or do not write it in this build.",
      ".*\\.(?:jfr|hprof)"),
  /** The variables and the history of an image, as jib and Docker pack them. */
  IMAGE(
      "the configuration of a container image",
      "Do not set it as a variable or an argument of the image: pass it when the container starts.",
      ".*\\.tar(?:\\.gz)?!/(?:.*/)?(?:config|[0-9a-f]{64})(?:\\.json)?"),
  /** What Spring Boot's plugin, or one like it, stores about the build. */
  BUILD_INFO(
      "the build information that a plugin wrote",
      "Do not add the secret, or all properties of the project, to it.",
      "(?:.*/)?(?:build-info|git)\\.properties"),
  /** The output of {@code help:effective-pom}. */
  EFFECTIVE_POM(
      "the effective POM",
      "Remove the secret, and each reference to its variable, from the POM.",
      "(?:.*/)?[^/]*effective-?pom[^/]*\\.xml"),
  /** A resource with <code>${…}</code> in it, in a directory of classes or in an archive. */
  FILTERED_RESOURCE(
      "most likely a filtered resource",
      "Do not filter it: read the secret at run time.",
      "(?!.*/META-INF/maven/.*/pom\\.xml)(?:.*!/.*|(?:.*/)?(?:test-)?classes/.*)"),
  /** The POM, which is installed and deployed beside the artifact. */
  POM(
      "the POM, which is published",
      "Put it into settings.xml or the environment instead.",
      "(?:.*/)?(?:[^/]*\\.pom|[^/]*pom[^/]*\\.xml)"),
  /** The build's properties, as a plugin wrote them. */
  PROPERTIES_FILE(
      "a properties file",
      "Do not let a plugin write all properties of the project.",
      "(?i).*\\.properties"),
  /** What a program printed. */
  LOG(
      "a log",
      "Do not log the secret or the Authorization header.",
      "(?:.*/)?(?:[^/]*\\.(?:log|out|err)(?:\\.[^/]*)?|logs?/.*)"),
  /** The name of a file. */
  FILE_NAME("the name of a file", "Choose another name.", "(?!)"),
  /** Anything else. */
  OTHER("a file that this build made", "Keep the secret out of what writes it.", "(?!)");

  private final String description;
  private final String remedy;
  private final Pattern path;

  LeakSource(String description, String remedy, String path) {
    this.description = description;
    this.remedy = remedy;
    this.path = Pattern.compile(path);
  }

  /** The most likely source of a secret at this location. */
  static LeakSource of(Location location) {
    var path = location.toString();
    return Arrays.stream(values())
        .filter(source -> source.path.matcher(path).matches())
        .findFirst()
        .orElse(OTHER);
  }

  /** The description in parentheses, and the remedy. */
  @Override
  public String toString() {
    return "(" + description + "). " + remedy;
  }
}
