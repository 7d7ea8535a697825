package io.github.netnutmaven.build;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.sandbox.Sandbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;

/** The one sandbox of a build. It runs from its start to the end of the build. */
public final class BuildSandbox {
  private static final String URL = "sandbox url";
  private static final String NOT_BOUND = "no sandbox bound";

  private final MavenSession session;
  private final ConcurrentMap<String, Object> data;

  public BuildSandbox(MavenSession session) {
    this.session = session;
    this.data = BuildState.of(session);
  }

  /** Its address while it runs. */
  public Optional<String> url() {
    return Optional.ofNullable((String) data.get(URL));
  }

  /**
   * Its address if this build has a sandbox. If a POM binds {@code sandbox-start} and that goal has
   * not run yet, the sandbox starts now: some builders run {@code login} first, and what is meant
   * for the sandbox must never reach the real service.
   *
   * @param goal the goal that asks
   */
  public Optional<String> find(MojoExecution goal) throws UserMistakeException, ServiceException {
    if (url().isEmpty() && !data.containsKey(NOT_BOUND) && SandboxBinding.counts(session, goal)) {
      synchronized (data) {
        var binding = SandboxBinding.find(session, goal);
        if (binding.isPresent()) {
          start(binding.get().port(), binding.get().tokenLifetime());
        } else {
          data.put(NOT_BOUND, true);
        }
      }
    }
    return url();
  }

  /** Starts it unless it runs. */
  public void start(int port, Duration tokenLifetime)
      throws UserMistakeException, ServiceException {
    synchronized (data) {
      if (url().isPresent()) {
        return;
      }
      var sandbox = open(port, tokenLifetime);
      data.put(URL, sandbox.url());
      EndOfBuild.run(
          session,
          () -> {
            data.remove(URL);
            sandbox.close();
          });
    }
  }

  private static Sandbox open(int port, Duration tokenLifetime)
      throws UserMistakeException, ServiceException {
    if (port < 0 || port > 65535) {
      throw badPort(String.valueOf(port));
    }
    try {
      return Sandbox.start(port, tokenLifetime, Clock.systemUTC());
    } catch (IOException e) {
      if (port == 0) {
        throw new ServiceException("Tried to start the sandbox, but no port on 127.0.0.1 is free.");
      }
      throw new UserMistakeException(
          "Tried to start the sandbox on port "
              + port
              + ", but it is taken. Choose another with -Dnetnut.sandbox.port, or leave it out for"
              + " any that is free.");
    }
  }

  /** What to say about a text that is not a port. */
  public static UserMistakeException badPort(String port) {
    return new UserMistakeException(
        "The port of netnut:sandbox-start is '"
            + port
            + "', but a port is a number from 0 to 65535. Correct it in the POM or in"
            + " -Dnetnut.sandbox.port.");
  }
}
