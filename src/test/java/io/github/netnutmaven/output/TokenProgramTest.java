package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  void the_program_has_the_token_and_what_is_known_of_it_in_its_environment() throws Exception {
    run("[ $MY_TOKEN = fake-token-for-tests-0123456789 ] && env | grep NETNUT_ | sort");

    assertThat(out)
        .hasToString(
            "NETNUT_API_URL=https://example.com/v1\nNETNUT_TOKEN_EXPIRES_AT=2026-11-30T12:00:00Z\n");
    out.reset();
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
  void the_program_runs_in_its_directory_without_standard_input() throws Exception {
    run("pwd; read line || echo nothing");

    assertThat(out).hasToString(directory.toRealPath() + "\nnothing\n");
  }

  @Test
  void a_prompt_passes_while_the_program_waits() throws Exception {
    var answer = directory.resolve("answer");
    var output =
        new ByteArrayOutputStream() {
          @Override
          public void flush() throws IOException {
            // The program waits for this file, and runs for ever if its prompt does not pass.
            if (toString(StandardCharsets.US_ASCII).equals("Name? ")) {
              Files.writeString(answer, "");
            }
          }
        };
    assertThat(run("printf 'Name? '; while [ ! -e answer ]; do sleep 0.1; done", EXPIRY, output))
        .isZero();
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
