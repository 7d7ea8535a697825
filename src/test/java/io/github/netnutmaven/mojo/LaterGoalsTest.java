package io.github.netnutmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Goals that write files after {@code leak-check} are named. */
@MojoTest
class LaterGoalsTest extends LeakCheckBuilds {
  private static MojoExecution goal(String goal, String phase) {
    var plugin = new PluginDescriptor();
    plugin.setArtifactId("other-maven-plugin");
    var descriptor = new MojoDescriptor();
    descriptor.setPluginDescriptor(plugin);
    descriptor.setGoal(goal);
    var execution = new MojoExecution(descriptor, "default", MojoExecution.Source.LIFECYCLE);
    execution.setLifecyclePhase(phase);
    return execution;
  }

  private Path writeLater(String name) throws Exception {
    return Files.setLastModifiedTime(
        write(name, "nothing"), FileTime.from(Instant.now().plusSeconds(60)));
  }

  private void start(int module, MojoExecution goal) {
    session.getRequest().getExecutionListener().mojoStarted(event(module, goal));
  }

  private void endModule(int module) {
    session.getRequest().getExecutionListener().projectSucceeded(event(module, null));
  }

  @Test
  void goals_that_write_files_afterwards_are_a_warning_that_names_them() throws Exception {
    leakCheck.execute();
    start(0, goal("late", "verify"));
    writeLater("b");
    writeLater("a");
    start(0, goal("later", null));
    endModule(0);

    assertThat(build.log.lines)
        .hasSize(2)
        .last()
        .asString()
        .startsWith("WARN These goals ran after netnut:leak-check")
        .contains("wrote (target" + File.separator + "a, 2 in all)")
        .contains(
            "other-maven-plugin:late (default), other-maven-plugin:later (default). In the POM");
  }

  @Test
  void
      goals_that_write_nothing_or_sign_or_install_or_deploy_or_run_in_other_modules_are_no_warning()
          throws Exception {
    leakCheck.execute();
    start(0, goal("report", "verify"));
    start(1, goal("report", "verify"));
    endModule(1);
    endModule(0);
    leakCheck.execute();
    writeLater("a.jar.asc");
    start(0, goal("sign", "verify"));
    endModule(0);
    leakCheck.execute();
    writeLater("a");
    start(0, goal("install", "install"));
    start(0, goal("deploy", "deploy"));
    endModule(0);

    assertThat(build.log.lines).hasSize(3).allMatch(line -> line.startsWith("INFO Searched "));
  }

  @Test
  void what_was_written_before_the_last_leak_check_is_no_warning() throws Exception {
    leakCheck.execute();
    start(0, goal("late", "verify"));
    writeLater("a");
    Files.setLastModifiedTime(target.resolve("a"), FileTime.from(Instant.EPOCH));
    leakCheck.execute();
    endModule(0);

    assertThat(build.log.lines).hasSize(2).allMatch(line -> line.startsWith("INFO Searched "));
  }

  @Test
  void nobody_listens_after_the_build() throws Exception {
    var before = session.getRequest().getExecutionListener();
    leakCheck.execute();
    leakCheck.execute();
    build.end();

    assertThat(session.getRequest().getExecutionListener()).isSameAs(before);
  }

  /** An event as Maven sends it. */
  private ExecutionEvent event(int module, @Nullable MojoExecution goal) {
    var event = mock(ExecutionEvent.class);
    lenient().doReturn(build.modules.get(module)).when(event).getProject();
    lenient().doReturn(goal).when(event).getMojoExecution();
    return event;
  }
}
