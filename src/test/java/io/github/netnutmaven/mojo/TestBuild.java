package io.github.netnutmaven.mojo;

import io.github.netnutmaven.testkit.BuildFixture;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.jspecify.annotations.Nullable;

/** A build that goals run in. */
final class TestBuild extends BuildFixture {
  TestBuild(MavenSession session, int moduleCount) {
    super(session, moduleCount);
  }

  /** Puts a goal into this build. */
  <T extends NetnutMojo<?>> T ready(T goal) {
    goal.setLog(log);
    if (goal.execution.getConfiguration() == null) {
      goal.execution = run(goal.execution.getGoal(), MojoExecution.Source.LIFECYCLE);
    }
    if (goal instanceof AccountMojo<?> account) {
      account.variables = name -> variable(name, account.apiUrl);
    }
    comeTo(0);
    return goal;
  }

  /** Its user vouches for the servers of the tests, which project and goal only choose. */
  private @Nullable String variable(String name, @Nullable String apiUrl) {
    return name.equals("NETNUT_API_URL") && apiUrl != null && apiUrl.startsWith("http://127.")
        ? environment.getOrDefault(name, apiUrl)
        : environment.get(name);
  }
}
