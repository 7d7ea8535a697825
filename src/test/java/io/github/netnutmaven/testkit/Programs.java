package io.github.netnutmaven.testkit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The programs of this machine, for tests that are skipped without them. */
public final class Programs {
  private Programs() {}

  /** Whether a program is in a directory of {@code PATH}. */
  public static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }
}
