package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs are real processes: small scripts of sh. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TokenProgramTest {
  private static final String TOKEN = "fake-token-for-tests-0123456789";
  private static final Instant EXPIRY = Instant.parse("2026-11-30T12:00:00Z");

  @TempDir private Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String script) throws Exception {
    return run(script, EXPIRY, out);
  }

  private int run(String script, @Nullable Instant expiry, OutputStream output) throws Exception {
    return new TokenProgram(List.of("sh", "-c", script), directory, "MY_TOKEN")
        .runMasked(
            new AccessToken(TOKEN, expiry, AccessToken.Source.LOGIN),
            ApiUrl.parse("https://example.com/v1"),
            System.getenv("PATH"),
            output,
            err);
  }

  @Test
  void the_program_has_the_token_and_its_facts_in_its_environment() throws Exception {
    run("[ $MY_TOKEN = fake-token-for-tests-0123456789 ] && env | grep NETNUT_ | sort");

    assertThat(out)
        .hasToString(
            "NETNUT_API_URL=https://example.com/v1\nNETNUT_TOKEN_EXPIRES_AT=2026-11-30T12:00:00Z\n");
  }

  @Test
  void an_unknown_expiry_is_not_in_the_environment() throws Exception {
    run("env | grep NETNUT_", null, out);

    assertThat(out).hasToString("NETNUT_API_URL=https://example.com/v1\n");
  }

  @Test
  void both_outputs_pass_without_the_token_and_stay_apart() throws Exception {
    run("echo a $MY_TOKEN b; echo c $MY_TOKEN d >&2; printf $MY_TOKEN | base64");

    assertThat(out.toString(StandardCharsets.US_ASCII)).startsWith("a *** b\n***").hasLineCount(2);
    assertThat(err).hasToString("c *** d\n");
  }

  @Test
  void the_exit_code_is_returned() throws Exception {
    assertThat(run("exit 99")).isEqualTo(99);
    assertThat(run("kill -9 $$")).isEqualTo(137);
  }

  @Test
  void the_program_has_no_standard_input() throws Exception {
    assertThat(run("read line || echo nothing")).isZero();
    assertThat(out).hasToString("nothing\n");
  }

  @Test
  void the_program_runs_in_its_directory() throws Exception {
    run("pwd");

    assertThat(out).hasToString(directory.toRealPath() + "\n");
  }

  @Test
  void a_prompt_passes_while_the_program_waits() throws Exception {
    var prompted = new CountDownLatch(1);
    var answer = directory.resolve("answer");
    var output =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            prompted.countDown();
          }
        };
    var program =
        new Thread(
            () -> assertRuns("printf 'Name? '; while [ ! -e answer ]; do sleep 0.1; done", output));
    program.start();
    prompted.await();
    assertThat(output).hasToString("Name? ");

    java.nio.file.Files.createFile(answer);
    program.join();
  }

  private void assertRuns(String script, OutputStream output) {
    try {
      assertThat(run(script, EXPIRY, output)).isZero();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_program_that_closes_its_output_early_runs_to_its_end() throws Exception {
    assertThat(run("echo first; exec >&- 2>&-; sleep 0.3; exit 7")).isEqualTo(7);
    assertThat(out).hasToString("first\n");
  }

  @Test
  void a_child_that_keeps_the_output_open_is_not_waited_for() throws Exception {
    assertThat(run("echo first; sleep 100 & echo $!")).isZero();

    var child = Long.parseLong(out.toString(StandardCharsets.US_ASCII).lines().toList().get(1));
    ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void a_flood_passes_in_little_memory() throws Exception {
    var count = new AtomicLong();
    var heap = new ArrayList<Long>();
    var sink =
        new OutputStream() {
          @Override
          public void write(int each) {
            count.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            if (count.addAndGet(length) >> 26 > heap.size()) {
              System.gc();
              heap.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
            }
          }
        };
    assertThat(run("yes 'a line of a program' | head -c 268435456", EXPIRY, sink)).isZero();

    assertThat(count).hasValue(1L << 28);
    assertThat(heap.get(heap.size() - 1) - heap.get(0)).isLessThan(8L << 20);
  }

  @Test
  void an_output_that_is_closed_ends_the_program() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int each) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThatThrownBy(() -> run("yes", EXPIRY, closed)).isInstanceOf(IOException.class);
  }

  @Test
  void an_interruption_ends_the_program_and_its_children() throws Exception {
    var thread = Thread.currentThread();
    var children = new ArrayList<ProcessHandle>();
    var interrupting =
        new OutputStream() {
          @Override
          public void write(int each) {}

          @Override
          public void write(byte[] bytes, int from, int length) {
            ProcessHandle.current().descendants().forEach(children::add);
            thread.interrupt();
          }
        };
    assertThatThrownBy(() -> run("sleep 100 & echo started; sleep 100", EXPIRY, interrupting))
        .isInstanceOf(InterruptedException.class);

    assertThat(children).hasSizeGreaterThanOrEqualTo(2);
    for (var child : children) {
      child.onExit().get();
    }
  }

  @Test
  void only_the_name_of_the_program_is_shown() {
    assertThat(new TokenProgram(List.of("/usr/bin/k6", "run", "fake"), directory, "T"))
        .hasToString("k6");
  }
}
