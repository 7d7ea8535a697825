package io.github.netnutmaven.output;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a CI server to hide the token in its logs: a command on the output of the build, after a
 * newline of its own, for it counts only at the start of a line. Only GitHub Actions and Azure
 * Pipelines have such a command; what they put into its place is hidden from then on.
 */
public final class CiMask {
  private final String command;
  private final String percent;

  private CiMask(String command, String percent) {
    this.command = command;
    this.percent = percent;
  }

  /**
   * The command of the CI server that runs this build, if it has one.
   *
   * @param environment the variables of who runs the build
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
   * Writes the command in one piece, so that no other thread's line comes between.
   *
   * @param output what the CI server reads: descriptor 1 itself, for Maven puts words before what
   *     is printed to {@code System.out}, and so would publish the token
   */
  public void write(AccessToken token, OutputStream output) throws IOException {
    var line = "\n" + command + token.value().replace("%", percent) + "\n";
    output.write(line.getBytes(StandardCharsets.US_ASCII));
    output.flush();
  }
}
