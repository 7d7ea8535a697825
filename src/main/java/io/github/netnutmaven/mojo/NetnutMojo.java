package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.session.Build;
import io.github.netnutmaven.session.GivenParameters;
import io.github.netnutmaven.session.Parameters;
import io.github.netnutmaven.session.SystemTiming;
import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.io.SettingsReader;
import org.jspecify.annotations.Nullable;

/**
 * What all goals share: the switch to skip them, their steps, and how they fail.
 *
 * @param <R> the valid parameters of the goal
 */
abstract class NetnutMojo<R> extends AbstractMojo {
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

  /**
   * The environment variables of the process. Maven 3 puts {@code -Denv.X} of a project's {@code
   * .mvn} among its {@code env.} properties, so those are not the environment.
   *
   * <p>In a daemon (mvnd) they are the client's variables: before each build its {@code EnvHelper}
   * sets the daemon's environment to that of the client.
   */
  Function<String, @Nullable String> variables = System::getenv;

  final MavenSession session;

  private final SettingsDecrypter decrypter;
  private final SettingsReader reader;
  private final SystemTiming timing = new SystemTiming();

  NetnutMojo(MavenSession session, SettingsDecrypter decrypter, SettingsReader reader) {
    this.session = session;
    this.decrypter = decrypter;
    this.reader = reader;
  }

  @Override
  public final void execute() throws MojoFailureException, MojoExecutionException {
    if (isSkipped()) {
      debug(Message.of("Skipped."));
      return;
    }
    try {
      validateAndRun();
    } catch (AuthException e) {
      // Without a cause: that may quote a secret.
      if (e instanceof UserMistakeException) {
        throw new MojoFailureException(e.getMessage());
      }
      throw new MojoExecutionException(e.getMessage());
    }
  }

  private void validateAndRun() throws AuthException {
    try {
      var given = new GivenParameters(build());
      given.warnOfUnknown();
      given.requireResolved();
      run(request());
    } catch (AuthException e) {
      onFailure(e);
    }
  }

  /** Whether the goal does nothing. */
  boolean isSkipped() {
    return skip;
  }

  /** Checks all parameters, before anything is decided, read, sent or written. */
  abstract R request() throws AuthException;

  /** Does what the goal is for. */
  abstract void run(R request) throws AuthException;

  /** Fails the build, unless a goal has a reason not to. */
  void onFailure(AuthException e) throws AuthException {
    throw e;
  }

  /** The build that this goal runs in. */
  final Build build() {
    return new Build(
        session,
        execution,
        decrypter,
        reader,
        variables,
        timing,
        this::info,
        this::debug,
        this::warnOnce);
  }

  /** Says what the goal did. */
  final void info(Message message) {
    getLog().info(message.toString());
  }

  /** The same, once per build. */
  final void infoOnce(Message message) {
    if (build().state().messages().add(message.toString())) {
      info(message);
    }
  }

  /** Warns of what the user should act on. */
  final void warn(Message message) {
    getLog().warn(message.toString());
  }

  /** The same, once per build. */
  final void warnOnce(Message message) {
    if (build().state().messages().add(message.toString())) {
      warn(message);
    }
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
}
