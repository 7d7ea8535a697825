package io.github.netnutmaven.process;

import java.nio.file.Path;
import java.util.List;

/** Starts a program in another process, and waits for its end. */
final class StartingProcess {
  private StartingProcess() {}

  /** Takes the program and its arguments. */
  public static void main(String[] args) throws Exception {
    try (var program =
        Program.start(
            List.of(args), System.getenv("PATH"), Path.of("/"), ProcessBuilder::inheritIO)) {
      program.process().waitFor();
    }
  }
}
