package io.github.netnutmaven.mojo;

import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.sandbox.Sandbox;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;

/** The one sandbox of a build: started by whichever module comes first, ended with the build. */
final class BuildSandbox {
  private static final String URL = "sandbox url";
  private static final String STOP = "sandbox stop";
  private static final String ENDED = "sandbox ended";

  private final MavenSession session;
  private final ConcurrentMap<String, Object> data;

  BuildSandbox(MavenSession session) {
    this.session = session;
    this.data = BuildData.of(session);
  }

  /** Its address while it runs. */
  Optional<String> url() {
    return Optional.ofNullable((String) data.get(URL));
  }

  /** Whether this build has one, or had one. */
  boolean wasThere() {
    return url().isPresent() || data.containsKey(ENDED);
  }

  /**
   * Refuses to go on in a build whose sandbox has ended: what was meant for it must not reach the
   * real service.
   */
  void requireNotEnded() throws UserMistakeException {
    if (data.containsKey(ENDED)) {
      throw new UserMistakeException(
          "The sandbox of this build has ended, and a build that had one does not turn to the real"
              + " service. Move this goal before netnut:sandbox-stop, or leave the sandbox out with"
              + " -Dnetnut.sandbox.skip.");
    }
  }

  /**
   * Starts it unless it runs; again, if it was ended: a build may start and stop one in each
   * module.
   *
   * @return whether it was this call that started it
   */
  boolean start(int port, Duration tokenLifetime) throws UserMistakeException, ServiceException {
    synchronized (data) {
      if (url().isPresent()) {
        return false;
      }
      var sandbox = open(port, tokenLifetime);
      Runnable stop = sandbox::close;
      data.put(STOP, stop);
      data.put(URL, sandbox.url());
      EndOfBuild.run(session, this::stop);
      return true;
    }
  }

  /**
   * Ends it if it runs.
   *
   * @return whether it ran
   */
  boolean stop() {
    synchronized (data) {
      if (data.remove(URL) == null) {
        return false;
      }
      data.put(ENDED, true);
      if (data.remove(STOP) instanceof Runnable stop) {
        stop.run();
      }
      return true;
    }
  }

  private static Sandbox open(int port, Duration tokenLifetime)
      throws UserMistakeException, ServiceException {
    if (port < 0 || port > 65535) {
      throw new UserMistakeException(
          "netnut.sandbox.port is " + port + ", but a port is a number from 0 to 65535.");
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
}
