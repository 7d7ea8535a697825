package io.github.netnutmaven.build;

import java.io.Console;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;

/** The terminal of a person who typed a goal. */
final class Terminal {
  private final Console console;

  private Terminal(Console console) {
    this.console = console;
  }

  /**
   * The terminal; null unless a person typed this goal, Maven may ask questions, and there is a
   * terminal: since Java 22 there is a console even without one.
   */
  static @Nullable Terminal of(MavenSession session, MojoExecution execution) {
    if (execution.getSource() != MojoExecution.Source.CLI
        || !session.getRequest().isInteractiveMode()) {
      return null;
    }
    return Optional.ofNullable(System.console())
        .filter(Terminal::isReal)
        .map(Terminal::new)
        .orElse(null);
  }

  /** Asks for a line; empty if none comes. */
  String ask(String question) {
    var line = console.readLine("%s", question);
    return line == null ? "" : line.strip();
  }

  /** Asks for a line that the terminal does not show; empty if none comes. */
  String askSecretly(String question) {
    var line = console.readPassword("%s", question);
    return line == null ? "" : new String(line);
  }

  private static boolean isReal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      // Before Java 22 there is no console without a terminal.
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
