package io.github.netnutmaven.mojo;

import io.github.netnutmaven.testkit.BuildFixture;
import org.apache.maven.execution.MavenSession;

/** A build that goals run in. */
final class TestBuild extends BuildFixture {
  TestBuild(MavenSession session, int moduleCount) {
    super(session, moduleCount);
  }

  /** Puts a goal into this build. */
  <T extends NetnutMojo> T ready(T goal) {
    goal.setLog(log);
    if (goal instanceof AccountMojo account) {
      account.variables = environment::get;
    }
    comeTo(0);
    return goal;
  }
}
