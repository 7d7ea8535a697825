package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.BuildState;
import io.github.netnutmaven.build.GivenParameters;
import io.github.netnutmaven.build.Parameters;
import io.github.netnutmaven.build.UnknownProperties;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals share: the switch to skip them, and how they fail. */
abstract class NetnutMojo extends AbstractMojo {
  /**
   * Skips this goal: it reads nothing, sends nothing and sets nothing.
   *
   * @since 1.0.0
   */
  @Parameter(property = "netnut.skip", defaultValue = "false")
  boolean skip;

  /** This run of the goal. A parameter, because it exists only while the goal runs. */
  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  final MavenSession session;

  /** Receives what the user should act on. */
  final Consumer<Message> warnings = new Warnings();

  NetnutMojo(MavenSession session) {
    this.session = session;
  }

  @Override
  public final void execute() throws MojoFailureException, MojoExecutionException {
    if (isSkipped()) {
      debug(Message.of("Skipped."));
      return;
    }
    try {
      runChecked();
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

  /** Runs the goal with the parameters that the user meant. */
  void runChecked() throws AuthException {
    UnknownProperties.warn(session, execution.getMojoDescriptor().getPluginDescriptor(), warnings);
    GivenParameters.requireResolved(session, execution);
    run();
  }

  /** Does what the goal is for. */
  abstract void run() throws AuthException;

  /** Says what the goal did. */
  final void info(Message message) {
    getLog().info(message.toString());
  }

  /** Warns of what the user should act on. */
  final void warn(Message message) {
    getLog().warn(message.toString());
  }

  /** Says what only matters to somebody who looks for a cause. */
  final void debug(Message message) {
    getLog().debug(message.toString());
  }

  /** The directory of the module, or without a project the one that Maven was started in. */
  final Path moduleDirectory() {
    var base = session.getCurrentProject().getBasedir();
    return base == null
        ? Path.of(Objects.requireNonNullElse(session.getExecutionRootDirectory(), ""))
        : base.toPath();
  }

  /** The path in a parameter; null if it is blank. */
  final @Nullable Path path(String parameter, @Nullable File file) throws UserMistakeException {
    return Parameters.path(parameter, file, moduleDirectory().toFile());
  }

  /** Informs of each thing once per build. */
  final void infoOnce(Message message) {
    if (BuildState.of(session).messages().add(message.toString())) {
      info(message);
    }
  }

  /** Warns of each thing once per build. A named class, because a lambda costs each build more. */
  private final class Warnings implements Consumer<Message> {
    @Override
    public void accept(Message message) {
      if (BuildState.of(session).messages().add(message.toString())) {
        warn(message);
      }
    }
  }
}
