package io.github.netnutmaven.build;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;

/**
 * What this build remembers: one map in Maven's session data, which all modules and threads of a
 * build share and no two builds do. JDK types only, for the same reason as in {@link
 * io.github.netnutmaven.auth.BuildMemory}.
 */
public final class BuildState {
  private static final String KEY = "io.github.netnutmaven";

  /** What the build remembers the files under that {@code login} wrote because it was told to. */
  public static final String WRITTEN = "written";

  private BuildState() {}

  /** The build's map, made when it is first asked for. */
  @SuppressWarnings("unchecked") // Only this class writes under this key.
  public static ConcurrentMap<String, Object> of(MavenSession session) {
    var data = session.getRepositorySession().getData();
    // computeIfAbsent came with Maven 3.9; this works from 3.6.3 on, whoever comes first.
    data.set(KEY, null, new ConcurrentHashMap<String, Object>());
    return (ConcurrentMap<String, Object>) data.get(KEY);
  }

  /** A set of texts that this build remembers under a name. */
  @SuppressWarnings("unchecked") // Only this class writes under these keys.
  public static Set<String> texts(MavenSession session, String name) {
    var data = of(session);
    var key = "texts " + name;
    data.putIfAbsent(key, ConcurrentHashMap.<String>newKeySet());
    return (Set<String>) data.get(key);
  }
}
