package io.github.netnutmaven.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.BiConsumer;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * The events of a build, up to its end, whether it succeeds or not. Maven's only hook for that is
 * the listener of the request, so this wraps the existing listener and passes on every event, also
 * events of future Maven versions.
 */
final class BuildEvents {
  /** The last event of a build. */
  static final String END = "sessionEnded";

  private BuildEvents() {}

  /**
   * Passes every event to a listener.
   *
   * @param listener receives the name of a method of {@link ExecutionListener} and its argument
   */
  static void listen(MavenSession session, BiConsumer<String, @Nullable ExecutionEvent> listener) {
    var request = session.getRequest();
    var next = request.getExecutionListener();
    var both =
        (ExecutionListener)
            Proxy.newProxyInstance(
                BuildEvents.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (self, event, arguments) -> {
                  if (event.getDeclaringClass() == ExecutionListener.class) {
                    listener.accept(event.getName(), (ExecutionEvent) arguments[0]);
                  }
                  if (event.getName().equals(END)) {
                    request.setExecutionListener(next);
                  }
                  return passOn(next, event, arguments);
                });
    request.setExecutionListener(both);
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
