package io.github.netnutmaven.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects the command lines and the environments of all processes that it may see, as {@code ps}
 * shows them, every few milliseconds; without a {@code /proc}, none.
 */
public final class ProcessWatch implements AutoCloseable {
  private final Set<String> commandLines = ConcurrentHashMap.newKeySet();
  private final Set<String> environments = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(this::watch, "process-watch");

  /** Starts to watch. */
  public ProcessWatch() {
    thread.setDaemon(true);
    thread.start();
  }

  /** All command lines so far. */
  public Set<String> commandLines() {
    return commandLines;
  }

  /** All environments so far. */
  public Set<String> environments() {
    return environments;
  }

  private void watch() {
    try {
      while (Files.isDirectory(Path.of("/proc"))) {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
          for (var process : processes) {
            var commandLine = text(process.resolve("cmdline"));
            // A process that runs another program has another command line.
            if (commandLines.add(process.getFileName() + " " + commandLine)) {
              environments.add(text(process.resolve("environ")));
            }
          }
        } catch (IOException e) {
          throw new AssertionError(e);
        }
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace('\0', ' ');
    } catch (IOException e) {
      // It has ended, or belongs to another user.
      return "";
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
