package io.github.netnutmaven.leak;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * What most likely wrote a secret to a location, and how to prevent it: the first constant whose
 * pattern matches the whole path, with {@code !/} after each archive.
 */
enum LeakSource {
  /** A property in a report of Surefire or Failsafe. */
  SYSTEM_PROPERTY(
      "a system property in a test report",
      "Pass it to the tests as an environment variable, not as a system property or with -D.",
      "(?!)"),
  /** Anything else in such a report. */
  TEST_OUTPUT(
      "what a test printed, or the text of its failure",
      "Change the test: do not print the secret, and mask the header Authorization in its logs.",
      "(?:.*/)?(?:TEST-[^/]*\\.xml|(?:surefire|failsafe)-reports/.*)"),
  /** What Java Flight Recorder or a heap dump stored, which includes the environment. */
  JVM_DUMP(
      "a recording or heap dump of a JVM, which contains its environment",
      "Delete it, or do not write it in this build.",
      ".*\\.(?:jfr|hprof)"),
  /** The variables and the history of an image, as jib and Docker pack them, or its recipe. */
  IMAGE(
      "the configuration of a container image",
      "Do not set it as a variable or an argument of the image: pass it when the container starts.",
      ".*\\.tar(?:\\.gz)?!/(?:.*/)?(?:config|[0-9a-f]{64})(?:\\.json)?"
          + "|(?:.*/)?(?:Docker|Container)file[^/]*"),
  /** What Spring Boot's plugin, or one like it, stores about the build. */
  BUILD_INFO(
      "the build information that a plugin wrote",
      "Do not add the secret, or all properties of the project, to it.",
      "(?:.*/)?(?:build-info|git)\\.properties"),
  /** The model that Maven builds with, and the output of {@code help:effective-pom}. */
  INTERPOLATED_POM(
      "the POM after Maven replaced its variables",
      "Remove the secret, and each reference to its variable, from the POM.",
      "the interpolated POM|(?:.*/)?[^/]*effective-?pom[^/]*\\.xml"),
  /** What a tool for tests of HTTP recorded. */
  HTTP_RECORDING(
      "most likely a request that a test tool recorded",
      "Mask the header Authorization in the tool, or do not let it record requests.",
      "(?:.*/)?(?:allure-[^/]*/.*|[^/]*(?:karate|newman)[^/]*(?:/.*)?|(?:mappings|__files)/.*"
          + "|[^/]*\\.(?:har|jtl))"),
  /** What JMeter's plugin wrote from its configuration. */
  JMETER_PROPERTIES(
      "the properties of JMeter",
      "Use a tokenFile, and let the test plan read it with ${__FileToString(...)}.",
      "(?:.*/)?(?:user|jmeter|system|global)\\.properties"),
  /** An object of git, as in the checkout of {@code release:perform}. */
  GIT_OBJECT("a commit", "Remove the file with the secret from the commit.", "(?:.*/)?\\.git/.*"),
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

  private static final Pattern TEST_REPORT = Pattern.compile("(?:.*/)?TEST-[^/]*\\.xml");

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

  /** Whether a test report with the properties of its JVM may be at this location. */
  static boolean mayHaveProperties(Location location) {
    var name = location.name();
    return name.endsWith(".xml") && TEST_REPORT.matcher(name).matches();
  }

  /** What wrote it. */
  String description() {
    return description;
  }

  /** How to prevent it. */
  String remedy() {
    return remedy;
  }
}
