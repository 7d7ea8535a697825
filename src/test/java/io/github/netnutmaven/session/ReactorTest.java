package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import io.github.netnutmaven.testkit.BuildFixture;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.BuildSuccess;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parent (0) is built; of its children, 1 has this goal, 2 runs beside it, 3 waits for 1. */
class ReactorTest {
  private final MavenSession session = mock(MavenSession.class);
  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private BuildFixture build;

  @BeforeEach
  void the_goal_runs_in_module_1() {
    build = new BuildFixture(session, 4);
    build.comeTo(1);
    var graph = mock(ProjectDependencyGraph.class);
    lenient().doReturn(List.of()).when(graph).getUpstreamProjects(any(), anyBoolean());
    for (int child = 1; child <= 3; child++) {
      var upstream = new ArrayList<>(List.of(build.modules.get(0)));
      if (child == 3) {
        upstream.add(build.modules.get(1));
      }
      lenient().doReturn(upstream).when(graph).getUpstreamProjects(build.modules.get(child), true);
    }
    lenient().doReturn(List.copyOf(build.modules)).when(graph).getSortedProjects();
    lenient().doReturn(graph).when(session).getProjectDependencyGraph();
    lenient().doReturn(request).when(session).getRequest();
    build.result.addBuildSummary(new BuildSuccess(build.modules.get(0), 1));
  }

  @Test
  void in_a_build_of_one_thread_every_module_is_written() {
    assertThat(written(true)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void a_parallel_build_does_not_write_modules_that_may_run() {
    request.setDegreeOfConcurrency(4);

    assertThat(written(true)).containsExactly(1, 3);
  }

  @Test
  void with_the_concurrent_builder_only_the_own_module_is_written() {
    request.setBuilderId("concurrent");

    assertThat(written(true)).containsExactly(1);
  }

  @Test
  void on_request_only_the_own_module_is_written() {
    assertThat(written(false)).containsExactly(1);
  }

  @Test
  void a_forked_lifecycle_writes_the_real_module_and_the_copy_that_it_runs_in() {
    var real = build.modules.get(1);
    var copy = real.clone();
    build.modules.set(1, copy);
    build.comeTo(1);

    for (boolean everywhere : new boolean[] {false, true}) {
      assertThat(new Reactor(session).properties(everywhere))
          .anySatisfy(written -> assertThat(written).isSameAs(real.getProperties()))
          .anySatisfy(written -> assertThat(written).isSameAs(copy.getProperties()));
    }
  }

  private List<Integer> written(boolean everywhere) {
    for (var properties : new Reactor(session).properties(everywhere)) {
      properties.setProperty("written", "yes");
    }
    var written = new ArrayList<Integer>();
    for (int module = 0; module < build.modules.size(); module++) {
      if (build.property(module, "written") != null) {
        written.add(module);
      }
    }
    return written;
  }
}
