package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.state.BuildState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * Warns of goals that run after {@code leak-check} in the same module and write files, which nobody
 * searches then.
 *
 * <p>It listens to what Maven runs, instead of asking for the build plan: Maven would calculate the
 * plan of each module again, and a plan does not say which goals write files. Goals that install
 * and deploy do not count, because they copy what was searched.
 */
public final class LaterGoals {
  private final MavenSession session;
  private final BuildState state;
  private final Consumer<Message> warn;

  /** Those of a goal's build. */
  public LaterGoals(Build build) {
    this.session = build.session();
    this.state = build.state();
    this.warn = build.warn();
  }

  /** Listens to the goals of this module from now on, until it ends or this is called again. */
  public void watch(BuildFiles files) {
    var module = session.getCurrentProject().getId();
    var now = Instant.now();
    state.laterGoals().put(module, new CopyOnWriteArrayList<>());
    state.endsOfModules().put(module, () -> warnOf(module, files, now));
    state.once("goals are watched", this::listen);
  }

  private boolean listen() {
    BuildEvents.listen(session, this::event);
    return true;
  }

  private void event(String name, @Nullable ExecutionEvent event) {
    if (event == null || event.getProject() == null) {
      return;
    }
    var module = event.getProject().getId();
    if (name.equals("mojoStarted")) {
      var goals = state.laterGoals().get(module);
      var goal = event.getMojoExecution();
      if (goals != null
          && !List.of("install", "deploy").contains(String.valueOf(goal.getLifecyclePhase()))) {
        goals.add(
            Message.of("{}:{} ({})", goal.getArtifactId(), goal.getGoal(), goal.getExecutionId())
                .toString());
      }
    } else if (name.equals("projectSucceeded") || name.equals("projectFailed")) {
      var end = state.endsOfModules().remove(module);
      if (end != null) {
        end.run();
      }
      state.laterGoals().remove(module);
    }
  }

  private void warnOf(String module, BuildFiles files, Instant searched) {
    var goals = state.laterGoals().getOrDefault(module, List.of());
    var written = goals.isEmpty() ? List.of() : files.writtenSince(searched);
    if (!written.isEmpty()) {
      warn.accept(
          Message.of(
              "These goals ran after netnut:leak-check, which has not searched the files that they"
                  + " wrote ({}, {} in all): {}. In the POM, put netnut-maven-plugin below their"
                  + " plugins, or let them run in an earlier phase.",
              written.get(0),
              written.size(),
              String.join(", ", goals)));
    }
  }
}
