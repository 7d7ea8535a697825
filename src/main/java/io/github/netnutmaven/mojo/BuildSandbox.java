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

/** The one sandbox of a build. It runs from its start to the end of the build. */
final class BuildSandbox {
  private static final String URL = "sandbox url";

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

  /** Starts it unless it runs. */
  void start(int port, Duration tokenLifetime) throws UserMistakeException, ServiceException {
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
