package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.output.TokenProgram;
import io.github.netnutmaven.process.CommandLine;
import io.github.netnutmaven.process.ProgramFault;
import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.session.ApiTargetResolver;
import io.github.netnutmaven.session.Parameters;
import io.github.netnutmaven.session.StandardStreams;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * Runs a program with the token in its environment: in {@code NETNUT_TOKEN}, with {@code
 * NETNUT_API_URL} and, if it is known, {@code NETNUT_TOKEN_EXPIRES_AT}. The token is in no
 * property, no file and no argument. The program gets no other variable whose name begins with
 * {@code NETNUT_}, so it does not get the password.
 *
 * <p>The goal gets the token as {@code login} does, with the same parameters. It passes the
 * program's output on as it comes, with {@code ***} in place of the token. It fails the build if
 * the program ends with another exit code than 0.
 *
 * @since 1.0.0
 */
@Mojo(
    name = "exec",
    defaultPhase = LifecyclePhase.INTEGRATION_TEST,
    requiresProject = false,
    threadSafe = true)
public final class ExecMojo extends TokenMojo<ExecMojo.Request> {
  /**
   * The program and its arguments, in one text. Blanks separate the words, quotation marks of
   * either kind keep a word together, and nothing is expanded: there is no shell. Use this at the
   * command line, and {@code executable} in a POM.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.command")
  @Nullable String command;

  /**
   * The program: an absolute path, or a name that is found in an absolute directory of {@code
   * PATH}. On Windows the extension may be left out.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.executable")
  @Nullable String executable;

  /**
   * The arguments of {@code executable}, one word each. Never pass the token as an argument: other
   * users can read it there.
   *
   * @since 1.0.0
   */
  @Parameter List<String> arguments = List.of();

  /**
   * Where the program runs. If not set: in the module's directory.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.workingDirectory")
  @Nullable File workingDirectory;

  /**
   * The name of the variable that has the token.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.envVariable", defaultValue = "NETNUT_TOKEN")
  String envVariable;

  /**
   * Whether the token is masked in the program's output. Then the program has no standard input,
   * and its output is no terminal. With {@code false} the program gets Maven's standard input,
   * output and error themselves, and nothing is masked.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.maskOutput", defaultValue = "true")
  boolean maskOutput;

  /** Made by Maven. */
  @Inject
  ExecMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    super(session, decrypter, reader);
  }

  /** The valid parameters. */
  record Request(TokenParameters token, TokenProgram program) {}

  @Override
  Request request() throws AuthException {
    return new Request(tokenParameters(), program());
  }

  @Override
  void run(Request request) throws AuthException {
    var program = request.program();
    var target = new ApiTargetResolver(build()).target(request.token().api().account());
    var start = build().timing().now();
    var result = obtain(request.token(), target);
    if (result == null) {
      return;
    }
    var place = Message.of("{} of {}", program.variable(), program);
    info(
        result.isNew()
            ? report(result, target, request.token(), place.toString(), start)
            : Message.of("Passing this build's token to {}.", place));
    runProgram(program, result.token(), target.url());
  }

  private void runProgram(TokenProgram program, AccessToken token, ApiUrl url)
      throws AuthException {
    try {
      int code = exitCode(program, token, url);
      if (code != 0) {
        throw new UserMistakeException(
            "{} ended with {}. Its output says why; its exit code must be 0.", program, code);
      }
    } catch (ProgramFault e) {
      throw new UserMistakeException(
          "Tried to run {}, but {}. Correct 'command' or 'executable'.",
          program,
          String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new ServiceException(
          "Ended {}, because its output cannot be passed on: Maven's own output is closed.",
          program);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException("Ended {}: the build was interrupted.", program);
    }
  }

  private int exitCode(TokenProgram program, AccessToken token, ApiUrl url)
      throws ProgramFault, IOException, InterruptedException {
    var path = variables.apply("PATH");
    if (!maskOutput) {
      return program.run(token, url, path);
    }
    if (new Secret("the token", token.value()).isTooShort()) {
      warnOnce(
          Message.of(
              "The token has fewer than {} characters, so it is not masked in the output of {}.",
              Secret.SHORTEST,
              program));
    }
    return program.runMasked(
        token, url, path, StandardStreams.out(build()), StandardStreams.err(build()));
  }

  private TokenProgram program() throws UserMistakeException {
    var given = path("workingDirectory", workingDirectory);
    var directory = given == null ? moduleDirectory() : given;
    if (!Files.isDirectory(directory)) {
      throw new UserMistakeException(
          "The parameter 'workingDirectory' is '{}', but there is no such directory. Correct it in"
              + " the POM or in -Dnetnut.workingDirectory.",
          directory);
    }
    return new TokenProgram(words(), directory, Parameters.variable(envVariable));
  }

  private List<String> words() throws UserMistakeException {
    boolean hasCommand = command != null && !command.isBlank();
    boolean hasExecutable = executable != null && !executable.isBlank();
    if (hasCommand == hasExecutable || (hasCommand && !arguments.isEmpty())) {
      throw new UserMistakeException(
          "netnut:exec takes either 'command', or 'executable' with 'arguments'. Set one of them,"
              + " such as -Dnetnut.command=\"k6 run load.js\".");
    }
    if (executable != null && hasExecutable) {
      var words = new ArrayList<>(List.of(executable));
      words.addAll(arguments);
      return words;
    }
    try {
      return CommandLine.words(String.valueOf(command));
    } catch (ProgramFault e) {
      throw new UserMistakeException(
          "Tried to read the parameter 'command', but {}.", String.valueOf(e.getMessage()));
    }
  }
}
