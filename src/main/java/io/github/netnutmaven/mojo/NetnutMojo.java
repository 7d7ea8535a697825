package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.BuildState;
import java.util.Set;
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

  /** {@link #warnOnce}, for those who warn on our behalf; one of it, for each costs a class. */
  final Consumer<String> warnings = this::warnOnce;

  NetnutMojo(MavenSession session) {
    this.session = session;
  }

  @Override
  public final void execute() throws MojoFailureException, MojoExecutionException {
    if (isSkipped()) {
      getLog().debug("Skipped, as it was asked for.");
      return;
    }
    try {
      run();
    } catch (AuthException e) {
      // No cause is handed on: what lies beneath may quote a secret.
      if (e instanceof UserMistakeException) {
        throw new MojoFailureException(e.getMessage());
      }
      throw new MojoExecutionException(e.getMessage());
    }
  }

  /** Whether the goal is to do nothing at all. */
  boolean isSkipped() {
    return skip;
  }

  /** Does what the goal is for. */
  abstract void run() throws AuthException;

  /** Informs, but of the same thing only once in a build. */
  final void infoOnce(String message) {
    if (told().add(message)) {
      getLog().info(message);
    }
  }

  /** Warns, but of the same thing only once in a build. */
  final void warnOnce(String message) {
    if (told().add(message)) {
      getLog().warn(message);
    }
  }

  private Set<String> told() {
    return BuildState.texts(session, "told");
  }
}
