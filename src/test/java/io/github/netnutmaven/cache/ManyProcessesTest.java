package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.Programs;
import io.github.netnutmaven.testkit.RecordingApi;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A cache that several processes share. */
@Timeout(240)
class ManyProcessesTest extends CacheFixture {
  private static final int PROCESSES = 30;

  @Test
  void processes_that_start_together_log_in_once() throws Exception {
    try (var api = new RecordingApi(BuildProcess.EMAIL, BuildProcess.PASSWORD)) {
      assertAllHaveTheFirstTokenOf(api, builds(api.url(), PROCESSES));
      assertThat(api.logins()).isOne();
      assertThat(api.checks()).isOne();
    }
  }

  @Test
  void processes_log_in_once_more_if_the_first_is_killed_while_it_logs_in() throws Exception {
    try (var api = new RecordingApi(BuildProcess.EMAIL, BuildProcess.PASSWORD)) {
      api.holdNextLogin();
      var holder = builds(api.url(), 1).get(0);
      api.awaitHeldLogin();
      var waiting = builds(api.url(), 8);
      holder.destroyForcibly().waitFor();

      assertAllHaveTheFirstTokenOf(api, waiting);
      assertThat(api.logins()).isEqualTo(2);
    }
  }

  @Test
  void a_process_waits_half_of_its_time_for_one_that_hangs() throws Exception {
    try (var api = new RecordingApi(BuildProcess.EMAIL, BuildProcess.PASSWORD)) {
      api.holdNextLogin();
      var holder = start(BuildProcess.class, api.url(), "1", "PT120S");
      api.awaitHeldLogin();

      assertThat(output(start(BuildProcess.class, api.url(), "1", "PT4S")))
          .containsExactly("TOKEN " + api.tokens().get(0));
      assertThat(api.logins()).isEqualTo(2);
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void readers_always_see_a_whole_record() throws Exception {
    assertThat(output(start(RewritingProcess.class, "1"))).containsExactly("DONE");
    Files.delete(home.resolve("end"));
    var readers = new ArrayList<Process>();
    for (int i = 0; i < 4; i++) {
      readers.add(start(RewritingProcess.class, "0"));
    }
    var writer = start(RewritingProcess.class, "2000");

    assertThat(output(writer)).containsExactly("DONE");
    for (var reader : readers) {
      assertThat(output(reader)).singleElement().asString().matches("DONE [1-9][0-9]*");
    }
    assertThat(directory.toFile().list()).hasSize(1);
  }

  @Test
  void a_process_that_is_killed_while_it_writes_leaves_a_whole_record() throws Exception {
    for (int i = 0; i < 10; i++) {
      var writer = start(RewritingProcess.class, "1000000");
      while (!directory.toFile().exists()) {
        Thread.onSpinWait();
      }
      writer.waitFor(50L * i, TimeUnit.MILLISECONDS);
      writer.destroyForcibly().waitFor();

      assertThat(cacheAt(new SystemTiming()).find(ACCOUNT).stream())
          .allMatch(RewritingProcess::isWhole);
    }
  }

  private static void assertAllHaveTheFirstTokenOf(RecordingApi api, List<Process> processes)
      throws Exception {
    for (var process : processes) {
      assertThat(output(process)).hasSize(4).containsOnly("TOKEN " + api.tokens().get(0));
    }
  }

  private List<Process> builds(String url, int count) throws IOException {
    var processes = new ArrayList<Process>();
    for (int i = 0; i < count; i++) {
      processes.add(start(BuildProcess.class, url, "4", "PT120S"));
    }
    return processes;
  }

  private Process start(Class<?> main, String... arguments) throws IOException {
    var command = Programs.java(List.of(), main, directory.toString());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> output(Process process) throws Exception {
    return Programs.output(process).lines().filter(line -> !line.startsWith("SLF4J")).toList();
  }
}
