package io.github.netnutmaven.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The modules of an integration test: each logs in twice, and sets many other properties. */
public final class Siblings {
  /** So many in each phase that a goal that writes to other modules is noticed. */
  private static final int OWN = 30;

  private Siblings() {}

  /**
   * Adds modules to a project, whose POM has a comment for them and one with the plugin's version.
   *
   * @param phases in which each module sets properties, whose values the last goal writes to a file
   * @param again the phase of the second login
   * @param last the phase of the last goal
   * @param dependencies for all modules except the first
   */
  public static void write(
      File project, int number, List<String> phases, String again, String last, String dependencies)
      throws IOException {
    var parent = project.toPath().resolve("pom.xml");
    var text = Files.readString(parent);
    var version = text.replaceFirst("(?s).*plugin version: (\\S+).*", "$1");
    var modules = new StringBuilder();
    var property = template("property.xml");
    var ownProperties = each(phases, phase -> setProperties(phase, property));
    for (int i = 1; i <= number; i++) {
      var module = "m" + i;
      modules.append("<module>").append(module).append("</module>");
      var directory = Files.createDirectories(Path.of(project.getPath(), module));
      Files.writeString(
          directory.resolve("pom.xml"),
          template("module.xml")
              .replace("MODULE", module)
              .replace("VERSION", version)
              .replace("DEPENDENCIES", i == 1 ? "" : dependencies)
              .replace("OWN", ownProperties)
              .replace("AGAIN", again)
              .replace("LAST", last)
              .replace("VALUES", each(phases, phase -> own(phase, ",${own.PHASE.NUMBER}"))));
    }
    Files.writeString(parent, text.replace("<!-- modules -->", modules));
  }

  private static String template(String name) throws IOException {
    try (var in = Siblings.class.getResourceAsStream("/siblings/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String each(List<String> phases, Function<String, String> text) {
    return phases.stream().map(text).collect(Collectors.joining());
  }

  private static String own(String phase, String text) {
    return IntStream.rangeClosed(1, OWN)
        .mapToObj(number -> text.replace("PHASE", phase).replace("NUMBER", "" + number))
        .collect(Collectors.joining());
  }

  private static String setProperties(String phase, String property) {
    return "<execution><id>own-"
        + phase
        + "</id><goals><goal>regex-properties</goal></goals><phase>"
        + phase
        + "</phase><configuration><regexPropertySettings>"
        + own(phase, property)
        + "</regexPropertySettings></configuration></execution>";
  }
}
