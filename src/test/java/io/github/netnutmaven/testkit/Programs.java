package io.github.netnutmaven.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs the programs of this machine; tests are skipped without them. */
public final class Programs {
  private Programs() {}

  /** Whether a program is in a directory of {@code PATH}. */
  public static boolean has(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** Runs a command; false if it fails or does not exist. */
  public static boolean run(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes a pipe that only its owner can use, or skips the test. */
  public static void makePipe(Path path) throws InterruptedException {
    assumeTrue(run("mkfifo", "-m", "600", path.toString()), "no mkfifo here");
  }

  /** What a process prints, which has to end without an error. */
  public static String output(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  /** What a command prints, errors included; it has to end without one. */
  public static String output(String... command) throws IOException, InterruptedException {
    return output(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** The path of a program that this Java has. */
  public static String ofJava(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  /** The command that runs a class in another JVM, with the class path and these options. */
  public static List<String> java(List<String> options, Class<?> main, String... arguments) {
    var command = new ArrayList<>(List.of(ofJava("java"), "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx64m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(options);
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
