package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.sandbox.Sandbox;
import io.github.netnutmaven.state.BuildState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The one sandbox of a build. It runs from its start to the end of the build. */
public final class BuildSandbox {
  private final Build build;
  private final BuildState state;

  /** That of a goal's build. */
  public BuildSandbox(Build build) {
    this.build = build;
    this.state = build.state();
  }

  /**
   * Its address; null if this build has no sandbox. If a POM binds {@code sandbox-start} and that
   * goal has not run yet, the sandbox starts now: some builders run {@code login} first, and a
   * login for the sandbox must never reach the real service.
   */
  public @Nullable String find() throws AuthException {
    if (state.sandboxUrl() == null
        && SandboxBinding.mayHaveSandbox(build.session(), build.goal())) {
      state.once("the bound sandbox", this::startBound);
    }
    return state.sandboxUrl();
  }

  private boolean startBound() throws AuthException {
    var binding = SandboxBinding.find(build.session(), build.goal());
    if (binding != null) {
      start(binding);
    }
    return binding != null;
  }

  /**
   * Starts it unless it runs.
   *
   * @return its address
   */
  public String start(SandboxBinding binding) throws AuthException {
    synchronized (state.lock()) {
      var running = state.sandboxUrl();
      if (running != null) {
        return running;
      }
      var sandbox = open(binding.port(), binding.tokenLifetime());
      state.sandboxUrl(sandbox.url());
      BuildEvents.listen(
          build.session(),
          (name, event) -> {
            if (name.equals(BuildEvents.END)) {
              state.sandboxUrl(null);
              sandbox.close();
            }
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
    build.warn().accept(Message.of("{}", mistake));
  }

  private Sandbox open(int port, Duration tokenLifetime) throws AuthException {
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
