package io.github.netnutmaven.session;

import io.github.netnutmaven.auth.BuildTokens;
import io.github.netnutmaven.state.BuildState;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;

/** Finds the state of a build in Maven's session data. */
public final class SessionState {
  private static final String KEY = "io.github.netnutmaven";

  private SessionState() {}

  /** The state of this build; empty when a goal first asks. */
  @SuppressWarnings("unchecked") // Only this class writes under this key.
  public static BuildState of(MavenSession session) {
    var data = session.getRepositorySession().getData();
    // computeIfAbsent needs Maven 3.9; this works since 3.6.3, whoever comes first.
    data.set(KEY, null, new ConcurrentHashMap<String, Object>());
    return new BuildState((ConcurrentMap<String, Object>) data.get(KEY));
  }

  /** The tokens and failed logins of this build. */
  public static BuildTokens tokens(MavenSession session) {
    var state = of(session);
    return new BuildTokens(state.logins(), state.tokens());
  }
}
