package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.process.CommandLine;
import io.github.netnutmaven.process.Program;
import io.github.netnutmaven.process.ProgramFault;
import io.github.netnutmaven.secret.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command that prints the account's password, such as that of a password manager. */
final class PasswordCommand {
  /** How often the output is read, in milliseconds. The end of the command is noticed at once. */
  private static final long POLL = 20;

  /** Shorter arguments, such as {@code show}, are words that a message may need. */
  private static final int SHORTEST_SECRET = 8;

  private final String command;
  private final String where;
  private final Environment environment;

  /**
   * @param command its words, as in {@link CommandLine#words}; never printed, because people put
   *     the password itself there by mistake
   * @param where where it is configured, for messages
   * @param environment where it finds its program and its directory
   */
  PasswordCommand(String command, String where, Environment environment) {
    this.command = command;
    this.where = where;
    this.environment = environment;
  }

  /** How a message says that the password comes from it. */
  @Override
  public String toString() {
    return "from the command in " + where;
  }

  /**
   * Runs it in the user's home directory, without a shell and without the build's standard input.
   * It may open the terminal or ask an agent itself.
   *
   * @param deadline when it must have ended; the time in which a person types counts
   * @throws UserMistakeException when it does not print a password, or ends with an error
   * @throws ServiceException when the build is interrupted
   */
  String password(Deadline deadline) throws AuthException {
    try {
      var words = CommandLine.words(command);
      var home =
          environment
              .home()
              .orElseThrow(() -> failed("the environment names no home directory to run it in"));
      try (var program = Program.start(words, environment.searchPath(), home, builder -> {})) {
        return password(program.process(), words, deadline);
      }
    } catch (ProgramFault e) {
      throw failed("{}", e.reason());
    } catch (IOException e) {
      throw failed("its output cannot be read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException(
          "Stopped waiting for the password {}: the build was interrupted.", this);
    }
  }

  private String password(Process process, List<String> words, Deadline deadline)
      throws AuthException, IOException, InterruptedException {
    var output = new CommandOutput(process.getInputStream());
    var error = new CommandOutput(process.getErrorStream());
    process.getOutputStream().close();
    var wait = deadline.await(deadline.left(), Message.of("the command in {}.", where));
    boolean hasEnded = false;
    while (!hasEnded) {
      if (deadline.left().isZero()) {
        throw failed(
            "it has not ended, and the timeout of {} s is over{}",
            deadline.limit().toSeconds(),
            said(error, output, words));
      }
      hasEnded = process.waitFor(POLL, TimeUnit.MILLISECONDS);
      wait.sayIfDue();
      output.read();
      error.read();
      if (output.hasTooLongLine()) {
        throw failed("its first line has more than {} bytes", CommandOutput.MAX_SIZE);
      }
    }
    var said = said(error, output, words);
    if (process.exitValue() != 0) {
      throw failed("it ended with exit code {}{}", process.exitValue(), said);
    }
    var line = output.firstLine();
    if (line == null) {
      throw failed("it printed text that is not in UTF-8{}", said);
    }
    var password = CleanValue.of(line, "what the command in " + where + " printed");
    if (password == null) {
      throw failed("it printed nothing{}", said);
    }
    if (password.contains("\0")) {
      throw failed("it printed a NUL character{}", said);
    }
    return password;
  }

  /**
   * What it wrote to standard error, without the password and without its own arguments. If it
   * printed more than a line, any of it may be secret, so nothing is shown.
   */
  private static Message said(CommandOutput error, CommandOutput output, List<String> words) {
    var secret = output.onlyLine();
    var text = error.text();
    if (secret == null || error.isCut() || text.isBlank()) {
      return Message.of("");
    }
    var arguments = words.stream().skip(1).filter(word -> word.length() >= SHORTEST_SECRET);
    var secrets = Stream.concat(Stream.of(secret, secret.strip()), arguments);
    return Message.of(
        ", and says: \"{}\"", SafeText.oneLine(text.strip(), secrets.toArray(String[]::new)));
  }

  private UserMistakeException failed(String template, Object... values) {
    return new UserMistakeException(
        "Tried to get the password {}, but {}. No login was tried. Run the command in a terminal,"
            + " and correct it: the first line that it prints must be the password.",
        this,
        Message.of(template, values));
  }
}
