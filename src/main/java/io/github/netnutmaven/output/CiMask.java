package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a CI server to hide the token in its logs, by a command in the output of the build. GitHub
 * Actions and Azure Pipelines have such a command; from then on they replace the token by {@code
 * ***}.
 *
 * @param command what comes before the token
 * @param percent how the server wants a percent sign written
 */
public record CiMask(String command, String percent) {
  /**
   * The mask of the CI server that runs this build, if the server has one.
   *
   * @param environment the environment variables of the build
   */
  public static Optional<CiMask> of(Function<String, @Nullable String> environment) {
    if ("true".equals(environment.apply("GITHUB_ACTIONS"))) {
      return Optional.of(new CiMask("::add-mask::", "%25"));
    }
    return "True".equals(environment.apply("TF_BUILD"))
        ? Optional.of(new CiMask("##vso[task.setsecret]", "%AZP25"))
        : Optional.empty();
  }

  /**
   * Writes the command, in one write so that no other thread's output gets into it. It begins with
   * a newline, because the server reads commands only at the start of a line.
   *
   * @param output what the CI server reads: file descriptor 1 itself. Maven prefixes what is
   *     printed to {@code System.out}; the server would not see a command there, but print the
   *     token.
   */
  public void write(AccessToken token, OutputStream output) throws IOException {
    var line = "\n" + command + token.value().replace("%", percent) + "\n";
    output.write(line.getBytes(StandardCharsets.US_ASCII));
    output.flush();
  }
}
