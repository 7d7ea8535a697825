package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;

/** The one sandbox of a build. It runs from its start to the end of the build. */
public final class BuildSandbox {
  private final MavenSession session;
  private final BuildState state;
  private final Consumer<Message> warn;

  /**
   * Starts nothing yet.
   *
   * @param warn receives what the clients of the sandbox do wrong
   */
  public BuildSandbox(MavenSession session, Consumer<Message> warn) {
    this.session = session;
    this.state = BuildState.of(session);
    this.warn = warn;
  }

  /**
   * Its address; null if this build has no sandbox. If a POM binds {@code sandbox-start} and that
   * goal has not run yet, the sandbox starts now: some builders run {@code login} first, and a
   * login for the sandbox must never reach the real service.
   *
   * @param goal the goal that asks
   */
  public @Nullable String find(MojoExecution goal) throws UserMistakeException, ServiceException {
    if (state.sandboxUrl() == null
        && !state.bindsNoSandbox().get()
        && SandboxBinding.counts(session, goal)) {
      synchronized (state.lock()) {
        var binding = SandboxBinding.find(session, goal);
        if (binding == null) {
          state.bindsNoSandbox().set(true);
        } else {
          start(binding.port(), binding.tokenLifetime());
        }
      }
    }
    return state.sandboxUrl();
  }

  /**
   * Starts it unless it runs.
   *
   * @return its address
   */
  public String start(int port, Duration tokenLifetime)
      throws UserMistakeException, ServiceException {
    synchronized (state.lock()) {
      var running = state.sandboxUrl();
      if (running != null) {
        return running;
      }
      var sandbox = open(port, tokenLifetime);
      state.sandboxUrl(sandbox.url());
      EndOfBuild.run(
          session,
          () -> {
            state.sandboxUrl(null);
            sandbox.close();
          });
      return sandbox.url();
    }
  }

  /** Adds a directory of responses to other calls; each module may have one. */
  public void addResponses(Path directory) {
    state.sandboxResponses().add(directory.toString());
  }

  private Collection<Path> responses() {
    return state.sandboxResponses().stream().sorted().map(Path::of).toList();
  }

  private void warn(String mistake) {
    warn.accept(Message.of("{}", mistake));
  }

  private Sandbox open(int port, Duration tokenLifetime)
      throws UserMistakeException, ServiceException {
    try {
      return Sandbox.start(port, tokenLifetime, Clock.systemUTC(), this::warn, this::responses);
    } catch (IOException e) {
      if (port == 0) {
        throw new ServiceException("Tried to start the sandbox, but no port on 127.0.0.1 is free.");
      }
      throw new UserMistakeException(
          "Tried to start the sandbox on port {}, but it is taken. Choose another with"
              + " -Dnetnut.sandbox.port, or leave it out for any free port.",
          port);
    }
  }
}
