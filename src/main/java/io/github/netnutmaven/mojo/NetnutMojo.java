package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.BuildState;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: the switch to skip them, and how they fail. */
abstract class NetnutMojo extends AbstractMojo {
  /**
   * Skips this goal: it reads nothing, sends nothing and sets nothing.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.skip", defaultValue = "false")
  boolean skip;

  final MavenSession session;

  /** Receives what the user should act on. */
  final Consumer<String> warnings = new Warnings();

  NetnutMojo(MavenSession session) {
    this.session = session;
  }

  @Override
  public final void execute() throws MojoFailureException, MojoExecutionException {
    if (isSkipped()) {
      getLog().debug("Skipped.");
      return;
    }
    try {
      run();
    } catch (AuthException e) {
      // Without a cause: that may quote a secret.
      if (e instanceof UserMistakeException) {
        throw new MojoFailureException(e.getMessage());
      }
      throw new MojoExecutionException(e.getMessage());
    }
  }

  /** Whether the goal does nothing. */
  boolean isSkipped() {
    return skip;
  }

  /** Does what the goal is for. */
  abstract void run() throws AuthException;

  /** Informs of each thing once per build. */
  final void infoOnce(String message) {
    if (BuildState.of(session).messages().add(message)) {
      getLog().info(message);
    }
  }

  /** Warns of each thing once per build. A named class, because a lambda costs each build more. */
  private final class Warnings implements Consumer<String> {
    @Override
    public void accept(String message) {
      if (BuildState.of(session).messages().add(message)) {
        getLog().warn(message);
      }
    }
  }
}
