package io.github.netnutmaven.config;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.SafeText;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A command that prints the account's password, such as that of a password manager. */
final class PasswordCommand {
  /** The longest output that is read, in bytes: far more than any password has. */
  private static final int MAX_SIZE = 64 * 1024;

  /** How often the output is read, in milliseconds. The end of the command is noticed at once. */
  private static final long POLL = 20;

  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']+|\"[^\"]*\"|'[^']*')+");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private final String command;
  private final String where;
  private final List<String> words = new ArrayList<>();

  /**
   * Runs nothing yet.
   *
   * @param command its words, separated by blanks; quotation marks of either kind keep a word
   *     together, and nothing in it is expanded
   * @param where where it is configured, for messages
   */
  PasswordCommand(String command, String where) {
    this.command = command;
    this.where = where;
    for (var word = WORD.matcher(command); word.find(); ) {
      words.add(QUOTED.matcher(word.group()).replaceAll("$1$2"));
    }
  }

  /** How a message says that the password comes from it: its first word, and no other. */
  @Override
  public String toString() {
    return "from the command '" + (words.isEmpty() ? "" : SafeText.oneLine(words.get(0))) + "'";
  }

  /**
   * Runs it without a shell and without the build's standard input. It may open the terminal or ask
   * an agent itself.
   *
   * @param deadline when it must have ended; the time in which a person types counts
   * @throws UserMistakeException when it does not print a password: one line, and no error
   * @throws ServiceException when the build is interrupted
   */
  String password(Deadline deadline) throws AuthException {
    if (!WORD.matcher(command).replaceAll("").isBlank()) {
      throw failed("one of its quotation marks has no partner");
    }
    try {
      var process = new ProcessBuilder(words).start();
      var output = new Output(process.getInputStream());
      var error = new Output(process.getErrorStream());
      try {
        process.getOutputStream().close();
        while (!process.waitFor(POLL, TimeUnit.MILLISECONDS)) {
          output.read();
          error.read();
          requireShort(output);
          if (deadline.left().isZero()) {
            throw failed(
                "it has not ended, and the timeout of "
                    + deadline.limit().toSeconds()
                    + " s is over"
                    + said(error, output));
          }
        }
        output.read();
        error.read();
      } finally {
        destroy(process);
      }
      return password(process.exitValue(), output, error);
    } catch (IOException e) {
      // Not quoted: the message of a program that cannot be started has the directory in it.
      throw failed("it cannot be started: there is no such program, or it is not executable");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException(
          "Stopped waiting for the password {}: the build was interrupted.", this);
    }
  }

  private String password(int exitCode, Output output, Output error) throws UserMistakeException {
    requireShort(output);
    if (exitCode != 0) {
      throw failed("it ended with exit code " + exitCode + said(error, output));
    }
    var password = output.line();
    if (password == null) {
      throw failed("it printed more than one line, or text that is not in UTF-8");
    }
    if (password.isBlank()) {
      throw failed("it printed nothing" + said(error, output));
    }
    if (password.contains("\0")) {
      throw failed("it printed a NUL character");
    }
    return password;
  }

  private void requireShort(Output output) throws UserMistakeException {
    if (output.isTooLong()) {
      throw failed("it printed more than " + MAX_SIZE + " bytes");
    }
  }

  /**
   * What it wrote to standard error, without the password. If it printed more than a line, any of
   * it may be secret, so nothing is shown.
   */
  private static String said(Output error, Output output) {
    var secret = output.line();
    var text = error.text();
    return secret == null || error.isTooLong() || text.isBlank()
        ? ""
        : ", and says: \"" + SafeText.oneLine(text.strip(), secret, secret.strip()) + "\"";
  }

  private UserMistakeException failed(String why) {
    return new UserMistakeException(
        "Tried to get the password {} of {}, but {}. No login was tried. Run the command in a"
            + " terminal, and correct it: it must print the password alone, on one line.",
        this,
        where,
        why);
  }

  /** Ends a command that still runs, and all that it has started. */
  private static void destroy(Process process) {
    if (process.isAlive()) {
      var children = process.descendants().toList();
      process.destroyForcibly();
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** What a command has printed so far. */
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

    boolean isTooLong() {
      return bytes.size() > MAX_SIZE;
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The only line, without the newline at its end; null if it is no line in UTF-8. */
    @Nullable String line() {
      try {
        var all = ByteBuffer.wrap(bytes.toByteArray());
        var line =
            SecretFile.withoutNewline(StandardCharsets.UTF_8.newDecoder().decode(all).toString());
        return line.contains("\n") ? null : line;
      } catch (CharacterCodingException e) {
        return null;
      }
    }
  }
}
