package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Builds projects that try to send the account's password to their own host, each in another way.
 * They run with a real Maven and the account in the environment. The host is a server of this test,
 * under a name that only these builds resolve.
 */
public final class HostileBuilds implements AutoCloseable {
  private static final String HOST = "collector.example";
  private static final String PASSWORD = "fake-Pa55word-for-tests";
  private static final Predicate<String> REFUSAL =
      Pattern.compile(
              "NETNUT_API_URL=http|may have written it|javax\\.net\\.debug|is another machine here")
          .asPredicate();

  private final MavenUnderTest maven;
  private final Path work;
  private final String settings;
  private final String plugin;
  private final SilentServer collector = new SilentServer();
  private final List<String> problems = new ArrayList<>();

  /**
   * Prepares a home directory for the user who runs the builds.
   *
   * @param work an empty directory
   * @param plugin the version of the plugin
   */
  public HostileBuilds(MavenUnderTest maven, Path work, String plugin) throws IOException {
    this.maven = maven;
    this.work = work;
    this.settings = Files.readString(maven.settings().toPath());
    this.plugin = plugin;
    write(work.resolve("home/.m2/settings.xml"), settings);
    write(
        work.resolve("hosts"),
        "127.0.0.1 " + HOST + "\n127.0.0.1 xn--cllector-n4a.example\n127.0.0.1 localhost\n");
  }

  /** The address of that host. */
  public String url() {
    return "http://" + HOST + ":" + collector.port() + "/v1";
  }

  /** The port of that host, which is this machine. */
  public int port() {
    return collector.port();
  }

  /** A settings file with these servers. */
  public String settings(String servers) {
    return settings.replace("<settings>", "<settings><servers>" + servers + "</servers>");
  }

  /** Writes a file to the home directory of the user. */
  public void home(String file, String text) throws IOException {
    write(work.resolve("home").resolve(file), text);
  }

  /** The problems that the checks found. */
  public List<String> problems() {
    return problems;
  }

  /**
   * Builds a project, and notes a problem if anything else happens than expected.
   *
   * @param name what the project tries
   * @param files the content of its files by path
   * @param environment further variables
   * @param connections how many the host has to get; without some, the others prove nothing
   * @param refusals how many different refusals the plugin has to log
   */
  public void expect(
      String name,
      Map<String, String> files,
      Map<String, String> environment,
      int connections,
      int refusals)
      throws IOException, InterruptedException {
    int before = collector.connections();
    var output = build(name, files, environment);
    if (collector.connections() != before + connections) {
      problems.add(name + ": the host got other connections\n" + output);
    }
    if (output.contains("Logged in") || output.contains(PASSWORD)) {
      problems.add(name + ": logged in, or shows the password\n" + output);
    }
    var found = output.lines().filter(line -> line.contains("[WARN")).filter(REFUSAL).distinct();
    if (found.count() != refusals) {
      problems.add(name + ": has other refusals\n" + output);
    }
  }

  /** The value of {@code NETNUT_API_URL} that the refusal recommends. */
  public String recommended(String name) throws IOException {
    var output = Files.readString(work.resolve(name + ".log"));
    int start = output.indexOf("NETNUT_API_URL=") + "NETNUT_API_URL=".length();
    return output.substring(start, output.indexOf(' ', start));
  }

  private String build(String name, Map<String, String> files, Map<String, String> environment)
      throws IOException, InterruptedException {
    var project = work.resolve(name);
    var all = new LinkedHashMap<>(files);
    all.putIfAbsent("pom.xml", pom("", ""));
    for (var file : all.entrySet()) {
      write(project.resolve(file.getKey()), file.getValue());
    }
    var log = work.resolve(name + ".log");
    var builder =
        new ProcessBuilder(
                maven.executable(),
                "-B",
                "-Dmaven.repo.local=" + maven.localRepository(),
                "-Dnetnut.retries=0",
                "initialize")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(variable -> variable.startsWith("NETNUT_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "CI",
                "true",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "NETNUT_EMAIL",
                "me@example.com",
                "NETNUT_PASSWORD",
                PASSWORD,
                "HOME",
                work.resolve("home").toString(),
                "MAVEN_OPTS",
                options(work.resolve("home"))));
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    process.waitFor();
    return Files.readString(log, StandardCharsets.ISO_8859_1)
        .replaceAll("(?m)^.*re-run Maven.*$", "");
  }

  /** The options of a JVM with this home directory. */
  public String options(Path home) {
    return "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Duser.home="
        + home
        + " -Djdk.net.hosts.file="
        + work.resolve("hosts");
  }

  /**
   * A POM that logs in at {@code initialize} once for each configuration, and continues after a
   * failure.
   *
   * @param more further elements of the project
   */
  public String pom(String more, String... configurations) {
    var executions = new StringBuilder();
    for (int i = 0; i < configurations.length; i++) {
      executions
          .append("<execution><id>login-" + i + "</id><goals><goal>login</goal></goals>")
          .append("<configuration>" + configurations[i] + "</configuration></execution>");
    }
    return "<project><modelVersion>4.0.0</modelVersion><groupId>it</groupId>"
        + "<artifactId>hostile</artifactId><version>1</version><packaging>pom</packaging>"
        + more
        + "<build><plugins><plugin><groupId>io.github.netnutmaven</groupId>"
        + "<artifactId>netnut-maven-plugin</artifactId><version>"
        + plugin
        + "</version><executions>"
        + executions
        + "</executions><configuration><allowInsecureHttp>true</allowInsecureHttp>"
        + "<failOnError>false</failOnError></configuration></plugin></plugins></build></project>";
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Override
  public void close() throws IOException {
    collector.close();
  }
}
