package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds projects that try to send the account's password to their own host, each in another way.
 * They run with a real Maven and the account in the environment. The host is a server of this test,
 * under a name that only these builds resolve.
 */
public final class HostileBuilds implements AutoCloseable {
  private static final String HOST = "collector.example";
  private static final String PASSWORD = "fake-Pa55word-for-tests";

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

  /** A settings file with that address, and with the account from the environment. */
  public String settings() {
    return settings.replace(
        "<settings>",
        "<settings><servers><server><id>netnut</id><username>${env.NETNUT_EMAIL}</username>"
            + "<password>${env.NETNUT_PASSWORD}</password><configuration><apiUrl>"
            + url()
            + "</apiUrl></configuration></server></servers>");
  }

  /** The problems that the checks found. */
  public List<String> problems() {
    return problems;
  }

  /**
   * Builds a project and expects that the host gets no connection.
   *
   * @param name what the project tries
   * @param files the content of its files by path; {@code -> } and a path is a symbolic link
   * @param refused whether this Maven uses the address, so the plugin has to refuse it
   */
  public void expectNothingSent(String name, Map<String, String> files, boolean refused)
      throws IOException, InterruptedException {
    int before = collector.connections();
    var output = build(name, files, Map.of());
    if (collector.connections() != before) {
      problems.add(name + ": the host got a connection\n" + output);
    }
    if (refused && !output.contains("NETNUT_API_URL=http://")) {
      problems.add(name + ": was not refused\n" + output);
    }
    if (output.contains("BUILD SUCCESS") || output.contains(PASSWORD)) {
      problems.add(name + ": succeeded, or shows the password\n" + output);
    }
  }

  /**
   * Builds a project and expects a connection to the host, without which the others prove nothing.
   */
  public void expectSent(String name, Map<String, String> files, Map<String, String> environment)
      throws IOException, InterruptedException {
    int before = collector.connections();
    var output = build(name, files, environment);
    if (collector.connections() == before) {
      problems.add(name + ": the host got no connection\n" + output);
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
    all.putIfAbsent("pom.xml", pom(""));
    for (var file : all.entrySet()) {
      var path = project.resolve(file.getKey());
      if (file.getValue().startsWith("-> ")) {
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(file.getValue().substring(3)));
      } else {
        write(path, file.getValue());
      }
    }
    var start = Files.isDirectory(project.resolve("module")) ? project.resolve("module") : project;
    var log = work.resolve(name + ".log");
    var builder =
        new ProcessBuilder(
                maven.executable(),
                "-B",
                "-Dmaven.repo.local=" + maven.localRepository(),
                "-Dnetnut.retries=0",
                "initialize")
            .directory(start.toFile())
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
                "MAVEN_OPTS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Duser.home="
                    + work.resolve("home")
                    + " -Djdk.net.hosts.file="
                    + work.resolve("hosts")));
    builder.environment().putAll(environment);
    var process = builder.start();
    process.getOutputStream().close();
    process.waitFor();
    return Files.readString(log, StandardCharsets.ISO_8859_1)
        .replaceAll("(?m)^.*re-run Maven.*$", "");
  }

  /** A POM that logs in at {@code initialize}, with further elements. */
  public String pom(String more) {
    return "<project><modelVersion>4.0.0</modelVersion><groupId>it</groupId>"
        + "<artifactId>hostile</artifactId><version>1</version><packaging>pom</packaging>"
        + more
        + "<build><plugins><plugin><groupId>io.github.netnutmaven</groupId>"
        + "<artifactId>netnut-maven-plugin</artifactId><version>"
        + plugin
        + "</version><executions><execution><goals><goal>login</goal></goals>"
        + "<configuration><allowInsecureHttp>true</allowInsecureHttp></configuration>"
        + "</execution></executions></plugin></plugins></build></project>";
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
