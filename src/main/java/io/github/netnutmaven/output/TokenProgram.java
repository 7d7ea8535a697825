package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.process.Program;
import io.github.netnutmaven.process.ProgramFault;
import io.github.netnutmaven.secret.MaskedStream;
import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A program that gets the token in its environment, and none of the account's secrets.
 *
 * @param words the program and its arguments
 * @param directory where it runs
 * @param variable the name of the variable that has the token
 */
public record TokenProgram(List<String> words, Path directory, String variable) {
  /** Waits between two looks for output, in nanoseconds: short ones first. */
  private static final long SHORTEST_PAUSE = 100_000;

  private static final long LONGEST_PAUSE = 10_000_000;

  /** After so many looks without output, about 40 ms, a part of a line is passed on. */
  private static final int QUIET = 10;

  /** The name of the program for messages. No other word is shown: it may be a secret. */
  @Override
  public String toString() {
    var name = Path.of(words.get(0)).getFileName();
    return name == null ? words.get(0) : name.toString();
  }

  /**
   * Runs it in the terminal of this process.
   *
   * @param path the value of the environment variable {@code PATH}
   * @return its exit code
   */
  public int run(AccessToken token, ApiUrl url, @Nullable String path)
      throws ProgramFault, InterruptedException {
    try (var program =
        Program.start(
            words, path, directory, builder -> setEnvironment(builder.inheritIO(), token, url))) {
      return program.process().waitFor();
    }
  }

  /**
   * Runs it without standard input, and passes its output on without the token.
   *
   * @param path the value of the environment variable {@code PATH}
   * @return its exit code
   * @throws IOException when its output cannot be passed on
   */
  public int runMasked(
      AccessToken token, ApiUrl url, @Nullable String path, OutputStream out, OutputStream err)
      throws ProgramFault, InterruptedException, IOException {
    var matcher = new MultiPatternMatcher(List.of(new Secret("the token", token.value())));
    try (var program =
        Program.start(words, path, directory, builder -> setEnvironment(builder, token, url))) {
      var process = program.process();
      process.getOutputStream().close();
      pass(
          process,
          new MaskedStream(matcher, process.getInputStream(), out),
          new MaskedStream(matcher, process.getErrorStream(), err));
      return process.waitFor();
    }
  }

  /**
   * Looks for output again and again: reading would wait for ever if a program that this one has
   * started keeps the stream open.
   */
  private static void pass(Process process, MaskedStream... streams)
      throws IOException, InterruptedException {
    var quiet = new int[streams.length];
    long pause = SHORTEST_PAUSE;
    boolean isOver;
    do {
      // Asked first: what it wrote before its end is read.
      isOver = !process.isAlive();
      boolean isQuiet = true;
      for (int i = 0; i < streams.length; i++) {
        if (streams[i].pass()) {
          quiet[i] = 0;
          isQuiet = false;
        } else if (++quiet[i] == QUIET) {
          streams[i].passPart();
        }
      }
      pause = isQuiet ? Math.min(2 * pause, LONGEST_PAUSE) : SHORTEST_PAUSE;
      if (isQuiet && !isOver) {
        LockSupport.parkNanos(pause);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      isOver &= isQuiet;
    } while (!isOver);
    for (var stream : streams) {
      stream.end();
    }
  }

  /** Of our variables, the program gets those of the token only. */
  private void setEnvironment(ProcessBuilder builder, AccessToken token, ApiUrl url) {
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("NETNUT_"));
    environment.put(variable, token.value());
    environment.put("NETNUT_API_URL", url.toString());
    if (token.expiresAt() != null) {
      environment.put("NETNUT_TOKEN_EXPIRES_AT", token.expiresAt().toString());
    }
  }
}
