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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A command that prints the account's password, such as that of a password manager. */
final class PasswordCommand {
  /** How often the output is read, in milliseconds. The end of the command is noticed at once. */
  private static final long POLL = 20;

  /** The most that is kept of its output, in bytes: far more than any password has. */
  private static final int MAX_SIZE = 64 * 1024;

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
      throw failed("{}", String.valueOf(e.getMessage()));
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
    var output = new Output(process.getInputStream());
    var error = new Output(process.getErrorStream());
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
      if (output.firstLine().length() > MAX_SIZE) {
        throw failed("its first line has more than {} bytes", MAX_SIZE);
      }
    }
    var said = said(error, output, words);
    if (process.exitValue() != 0) {
      throw failed("it ended with exit code {}{}", process.exitValue(), said);
    }
    var line = output.firstText();
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
  private static Message said(Output error, Output output, List<String> words) {
    var secret = output.lines().size() > 1 ? null : output.firstText();
    var text = error.bytes.toString(StandardCharsets.UTF_8).strip();
    if (secret == null || error.bytes.size() > MAX_SIZE || text.isEmpty()) {
      return Message.of("");
    }
    var arguments = words.stream().skip(1).filter(word -> word.length() >= SHORTEST_SECRET);
    var secrets = Stream.concat(Stream.of(secret, secret.strip()), arguments);
    return Message.of(", and says: \"{}\"", SafeText.oneLine(text, secrets.toArray(String[]::new)));
  }

  private UserMistakeException failed(String template, Object... values) {
    return new UserMistakeException(
        "Tried to get the password {}, but {}. No login was tried. Run the command in a terminal,"
            + " and correct it: the first line that it prints must be the password.",
        this,
        Message.of(template, values));
  }

  /** What it has printed so far, but not more than a byte over the limit. */
  private static final class Output {
    private final InputStream stream;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(InputStream stream) {
      this.stream = stream;
    }

    /**
     * Reads what is there, and does not wait for more: a program that the command has started may
     * keep the stream open after the command has ended.
     */
    void read() throws IOException {
      var part = stream.readNBytes(stream.available());
      bytes.write(part, 0, Math.min(part.length, MAX_SIZE + 1 - bytes.size()));
    }

    /** The lines, without their ends, with a character for each byte. */
    List<String> lines() {
      return bytes.toString(StandardCharsets.ISO_8859_1).lines().toList();
    }

    String firstLine() {
      var lines = lines();
      return lines.isEmpty() ? "" : lines.get(0);
    }

    /** The text of the first line; null if it is not in UTF-8. */
    @Nullable String firstText() {
      try {
        var line = ByteBuffer.wrap(firstLine().getBytes(StandardCharsets.ISO_8859_1));
        return StandardCharsets.UTF_8.newDecoder().decode(line).toString();
      } catch (CharacterCodingException e) {
        return null;
      }
    }
  }
}
