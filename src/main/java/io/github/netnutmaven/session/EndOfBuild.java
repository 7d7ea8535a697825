package io.github.netnutmaven.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * Runs a task when the build ends, successful or not, or with each event until then. Maven's only
 * hook for that is the listener of the request, so this wraps the existing listener and passes on
 * every event, also events of future Maven versions.
 */
final class EndOfBuild {
  private EndOfBuild() {}

  /** Receives events with the names of the methods of {@link ExecutionListener}. */
  @FunctionalInterface
  interface Listener {
    /** Receives an event. */
    void event(String name, ExecutionEvent event);
  }

  /** Runs {@code task} once, when this build ends. */
  static void run(MavenSession session, Runnable task) {
    listen(session, (name, event) -> {}, task);
  }

  /** Passes every event to {@code listener}, until this build ends. */
  static void listen(MavenSession session, Listener listener) {
    listen(session, listener, () -> {});
  }

  private static void listen(MavenSession session, Listener each, Runnable task) {
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
                  } else if (arguments != null && arguments[0] instanceof ExecutionEvent happened) {
                    each.event(event.getName(), happened);
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
