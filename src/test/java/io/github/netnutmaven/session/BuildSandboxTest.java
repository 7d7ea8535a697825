package io.github.netnutmaven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.github.netnutmaven.testkit.BuildFixture;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BuildSandboxTest {
  private final MavenSession session = mock(MavenSession.class);
  private final BuildFixture build = new BuildFixture(session, 1);
  private final DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
  private final MavenProject module = spy(build.modules.get(0));
  private final MojoExecution goal = BuildFixture.run("login", MojoExecution.Source.LIFECYCLE);

  @BeforeEach
  void a_build() {
    lenient().doReturn(request).when(session).getRequest();
    lenient().doReturn(request.getUserProperties()).when(session).getUserProperties();
    lenient().doReturn(module).when(session).getCurrentProject();
    lenient().doReturn(List.of(module)).when(session).getProjects();
  }

  @AfterEach
  void the_build_ends() {
    build.end();
  }

  @Test
  void the_models_of_a_build_without_a_binding_are_read_once() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(sandbox().find()).isNull();
    }

    verify(module, times(1)).getPlugin(any());
  }

  private BuildSandbox sandbox() {
    return new BuildSandbox(BuildFixture.build(session, goal));
  }

  @Test
  void a_running_sandbox_is_found_without_reading_the_models() throws Exception {
    build.bind(0, "sandbox-start");
    sandbox().start(new SandboxBinding(0, Duration.ofHours(1)));

    assertThat(sandbox().find()).isEqualTo(Build.stateOf(session).sandboxUrl());
    verify(module, never()).getPlugin(any());
  }

  @Test
  void the_builds_state_holds_jdk_types_only() throws Exception {
    build.bind(0, "sandbox-start");
    sandbox().find();

    assertThat(BuildFixture.facts(session).values())
        .isNotEmpty()
        .allSatisfy(value -> assertThat(value.getClass().getName()).startsWith("java."));
  }

  @Test
  @Timeout(60)
  void many_threads_that_ask_at_once_get_one_sandbox() throws Exception {
    build.bind(0, "sandbox-start");
    int threads = 8;
    var together = new CyclicBarrier(threads);
    var pool = Executors.newFixedThreadPool(threads);
    Callable<String> ask =
        () -> {
          together.await();
          return sandbox().find();
        };
    var urls = new HashSet<String>();
    for (var answer : pool.invokeAll(Collections.nCopies(threads, ask))) {
      urls.add(answer.get());
    }
    pool.shutdown();

    assertThat(urls).hasSize(1);
  }
}
