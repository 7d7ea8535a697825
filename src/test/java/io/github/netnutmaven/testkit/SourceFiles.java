package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of this repository, for tests that read them, and what is in them. */
public final class SourceFiles {
  private SourceFiles() {}

  /**
   * The files below a directory, without what builds leave there, in a fixed order.
   *
   * @param name a regular expression for the whole path
   */
  public static List<Path> below(String directory, String name) throws IOException {
    try (var files = Files.walk(Path.of(directory))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(name))
          .filter(file -> !file.toString().matches(".*\\Wtarget\\W.*"))
          .sorted()
          .toList();
    }
  }

  /** What the first group of a pattern matches in a text, each time. */
  public static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }
}
