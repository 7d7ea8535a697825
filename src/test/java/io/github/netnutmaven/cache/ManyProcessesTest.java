package io.github.netnutmaven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.RealTiming;
import io.github.netnutmaven.testkit.RecordingApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes share one cache. */
@Timeout(240)
class ManyProcessesTest {
  private static final int PROCESSES = 30;

  @TempDir Path home;

  @Test
  void that_start_together_log_in_once() throws Exception {
    try (var api = new RecordingApi(BuildProcess.EMAIL, BuildProcess.PASSWORD)) {
      var said = new ArrayList<String>();
      for (var process : builds(api.url(), PROCESSES, "PT120S")) {
        said.addAll(end(process));
      }

      assertThat(said).hasSize(PROCESSES * 4).allMatch(("TOKEN " + api.tokens().get(0))::equals);
      assertThat(api.logins()).isOne();
      assertThat(api.checks()).isOne();
    }
  }

  @Test
  void whose_first_is_killed_while_it_logs_in_log_in_once_more() throws Exception {
    try (var api = new RecordingApi(BuildProcess.EMAIL, BuildProcess.PASSWORD)) {
      api.holdNextLogin();
      var holder = builds(api.url(), 1, "PT120S").get(0);
      api.awaitHeldLogin();
      var waiting = builds(api.url(), 8, "PT120S");
      holder.destroyForcibly().waitFor();

      var said = new ArrayList<String>();
      for (var process : waiting) {
        said.addAll(end(process));
      }
      assertThat(said).hasSize(8 * 4).allMatch(("TOKEN " + api.tokens().get(0))::equals);
      assertThat(api.logins()).isEqualTo(2);
    }
  }

  @Test
  void whose_first_hangs_wait_for_half_of_their_time() throws Exception {
    try (var api = new RecordingApi(BuildProcess.EMAIL, BuildProcess.PASSWORD)) {
      api.holdNextLogin();
      var holder = start(BuildProcess.class, cache(), api.url(), "1", "PT120S");
      api.awaitHeldLogin();

      assertThat(end(start(BuildProcess.class, cache(), api.url(), "1", "PT4S")))
          .containsExactly("TOKEN " + api.tokens().get(0));
      assertThat(api.logins()).isEqualTo(2);
      holder.destroyForcibly().waitFor();
    }
  }

  @Test
  void always_read_a_whole_record() throws Exception {
    assertThat(end(start(RewritingProcess.class, "write", cache(), "1"))).containsExactly("DONE");
    Files.delete(home.resolve("end"));
    var readers = new ArrayList<Process>();
    for (int i = 0; i < 4; i++) {
      readers.add(start(RewritingProcess.class, "read", cache(), "0"));
    }
    var writer = start(RewritingProcess.class, "write", cache(), "10000");

    assertThat(end(writer)).containsExactly("DONE");
    for (var reader : readers) {
      assertThat(end(reader)).singleElement().asString().matches("DONE [1-9][0-9]*");
    }
    assertThat(home.resolve("cache").toFile().list()).hasSize(1);
  }

  @Test
  void that_note_confirmations_never_put_an_old_token_over_a_new_one() throws Exception {
    var confirming = start(ConfirmingProcess.class, "confirm", cache(), "0");
    var replacing = start(ConfirmingProcess.class, "replace", cache(), "30");

    assertThat(end(replacing)).containsExactly("NOTED", "DONE");
    assertThat(end(confirming)).containsExactly("DONE");
  }

  @Test
  void that_are_killed_while_they_write_leave_a_whole_record() throws Exception {
    for (int i = 0; i < 10; i++) {
      var writer = start(RewritingProcess.class, "write", cache(), "1000000");
      while (!home.resolve("cache").toFile().exists()) {
        Thread.onSpinWait();
      }
      writer.waitFor(50L * i, TimeUnit.MILLISECONDS);
      writer.destroyForcibly().waitFor();

      var cache = new FileTokenCache(home.resolve("cache"), new RealTiming(), w -> {});
      var found = cache.find(RewritingProcess.ACCOUNT);
      assertThat(found.stream()).allMatch(RewritingProcess::isWhole);
    }
  }

  private List<Process> builds(String url, int count, String timeout) throws IOException {
    var processes = new ArrayList<Process>();
    for (int i = 0; i < count; i++) {
      processes.add(start(BuildProcess.class, cache(), url, "4", timeout));
    }
    return processes;
  }

  private String cache() {
    return home.resolve("cache").toString();
  }

  private static Process start(Class<?> main, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx64m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> end(Process process) throws Exception {
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().filter(line -> !line.startsWith("SLF4J")).toList();
  }
}
