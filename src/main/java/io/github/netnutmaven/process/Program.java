package io.github.netnutmaven.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A running program. It and its children end when it is closed, and when the JVM ends. */
public final class Program implements AutoCloseable {
  private final ProcessBuilder builder;
  private final Thread hook = new Thread(this::destroy);
  private @Nullable Process process;

  private Program(ProcessBuilder builder) {
    this.builder = builder;
  }

  /**
   * Starts a program. It is looked for in absolute directories alone, so that it is never one of
   * the project.
   *
   * @param words the program, which is an absolute path or a name, and its arguments
   * @param path the value of the environment variable {@code PATH}
   * @param directory where the program runs
   * @param settings sets the environment and the streams, which are pipes otherwise
   * @throws ProgramFault if it cannot be started
   */
  public static Program start(
      List<String> words, @Nullable String path, Path directory, Consumer<ProcessBuilder> settings)
      throws ProgramFault {
    var command = new ArrayList<>(words);
    command.set(0, find(words.get(0), path == null ? "" : path));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    settings.accept(builder);
    var program = new Program(builder);
    try {
      // Before the start, so that there is no moment in which the JVM ends without the program.
      Runtime.getRuntime().addShutdownHook(program.hook);
    } catch (IllegalStateException e) {
      throw new ProgramFault("the build is being stopped");
    }
    try {
      program.start();
      return program;
    } catch (IOException e) {
      program.close();
      // Not quoted, because its message contains the command and the directory.
      throw new ProgramFault("the system cannot start it");
    }
  }

  private synchronized void start() throws IOException {
    process = builder.start();
  }

  /** The process. */
  public synchronized Process process() {
    return Objects.requireNonNull(process);
  }

  /** Ends the program if it still runs, and all that it has started. */
  @Override
  public void close() {
    destroy();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending, and runs the hook.
    }
  }

  private synchronized void destroy() {
    if (process != null && process.isAlive()) {
      var children = process.descendants().toList();
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static String find(String program, String path) throws ProgramFault {
    var name = new File(program);
    if (!name.isAbsolute() && name.getParent() != null) {
      throw new ProgramFault(
          "it begins with a relative path; write an absolute path, or a name that is found on PATH");
    }
    var places = new ArrayList<File>();
    if (name.isAbsolute()) {
      places.add(name);
    } else {
      for (var entry : path.split(File.pathSeparator, -1)) {
        var directory = new File(entry);
        if (directory.isAbsolute()) {
          places.add(new File(directory, program));
        }
      }
    }
    // On Windows a name may lack its extension.
    var extensions =
        File.separatorChar == '/' ? List.of("") : List.of("", ".com", ".exe", ".bat", ".cmd");
    for (var place : places) {
      for (var extension : extensions) {
        var file = new File(place + extension);
        if (file.isFile() && file.canExecute()) {
          return file.toString();
        }
      }
    }
    throw new ProgramFault(
        "there is no such program in the absolute directories of PATH, or it is not executable");
  }
}
