package io.github.netnutmaven.build;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task when the build ends, successful or not. Maven's only hook for that is the listener of
 * the request, so this wraps the existing listener and passes on every event, also events of future
 * Maven versions.
 */
final class EndOfBuild {
  private EndOfBuild() {}

  /** Runs {@code task} once, when this build ends. */
  static void run(MavenSession session, Runnable task) {
    var request = session.getRequest();
    var next = request.getExecutionListener();
    var listener =
        (ExecutionListener)
            Proxy.newProxyInstance(
                EndOfBuild.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (self, event, arguments) -> {
                  if (event.getName().equals("sessionEnded")) {
                    request.setExecutionListener(next);
                    task.run();
                  }
                  return passOn(next, event, arguments);
                });
    request.setExecutionListener(listener);
  }

  private static @Nullable Object passOn(
      @Nullable ExecutionListener next, Method event, Object[] arguments) throws Throwable {
    if (next == null) {
      return null;
    }
    try {
      return event.invoke(next, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
