package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.build.SystemTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands are real processes: small scripts of sh. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class PasswordCommandTest {
  private static final String WHERE = "NETNUT_PASSWORD_COMMAND";

  @TempDir private Path directory;

  private static String run(String command, int seconds) throws AuthException {
    return new PasswordCommand(command, WHERE)
        .password(new Deadline(Duration.ofSeconds(seconds), new SystemTiming()));
  }

  /** The command that runs a script. */
  private String script(String... lines) throws IOException {
    var file = Files.writeString(directory.resolve("script"), String.join("\n", lines) + "\n");
    return "sh " + file;
  }

  private static void assertFails(String command, String why) {
    assertThatThrownBy(() -> run(command, 60))
        .isInstanceOf(UserMistakeException.class)
        .hasNoCause()
        .hasMessageStartingWith("Tried to get the password from the command '")
        .hasMessageContaining("' of " + WHERE + ", but " + why)
        .hasMessageContaining("No login was tried.")
        .hasMessageNotContainingAny("fake", "script");
  }

  @Test
  void words_are_split_at_blanks_and_quotation_marks_keep_them_together() throws Exception {
    var command = script("printf '[%s]' \"$@\"");

    assertThat(run(" " + command + " a \t\"b  c\"\n'd \"e\"' --f='g h'i '' $HOME `id` * ; \\", 60))
        .isEqualTo("[a][b  c][d \"e\"][--f=g hi][][$HOME][`id`][*][;][\\]");
  }

  @ParameterizedTest
  @CsvSource({
    "fake password, fake password",
    "fake\\n, fake",
    "fake\\r\\n, fake",
    "' fake \\n', ' fake '",
    "\\303\\274\\360\\237\\224\\221\\n, ü🔑",
  })
  void the_line_is_the_password_without_its_newline(String printed, String password)
      throws Exception {
    assertThat(run(script("printf '" + printed + "'"), 60)).isEqualTo(password);
  }

  @Test
  void the_longest_password_has_64_kib() throws Exception {
    assertThat(run(script("head -c 65536 /dev/zero | tr '\\0' x"), 60)).hasSize(65536);
  }

  @ParameterizedTest
  @CsvSource({
    "echo fake; exit 1, it ended with exit code 1. No login",
    "kill -9 $$, it ended with exit code 137. No login",
    ":, it printed nothing. No login",
    "echo, it printed nothing",
    "'printf \"  \\n\"', it printed nothing",
    "echo fake-a; echo fake-b, it printed more than one line",
    "'printf \"fake\\n\\n\"', it printed more than one line",
    "'printf \"fake\\000a\"', it printed a NUL character",
    "'printf \"\\377fake\"', 'it printed more than one line, or text that is not in UTF-8'",
    "head -c 1000000 /dev/zero, it printed more than 65536 bytes",
    "head -c 65537 /dev/zero; sleep 600, it printed more than 65536 bytes",
  })
  void what_is_not_one_line_is_named_and_not_shown(String body, String why) throws Exception {
    assertFails(script(body), why);
  }

  @Test
  void a_quotation_mark_without_a_partner_is_an_error() {
    assertFails("echo \"one 'two", "one of its quotation marks has no partner");
    assertFails("\"", "one of its quotation marks has no partner");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/program --fake", "\"\" fake", "no-such-program-on-the-path"})
  void a_missing_program_is_named_by_its_first_word(String command) {
    assertFails(command, "it cannot be started: there is no such program, or it is not executable");
  }

  @Test
  void a_program_that_is_not_executable_is_an_error() throws Exception {
    var file = Files.writeString(directory.resolve("plain"), "#!/bin/sh\necho fake\n");

    assertFails(file.toString(), "it cannot be started");
  }

  @Test
  void only_the_first_word_is_shown_and_on_one_line() {
    assertThat(new PasswordCommand("'pa\nss' show fake", WHERE))
        .hasToString("from the command 'pa\\nss'");
    assertThat(new PasswordCommand("\"", WHERE)).hasToString("from the command ''");
  }

  @Test
  void standard_error_is_shown_as_untrusted_text_without_the_password() throws Exception {
    var command =
        script(
            "echo fake-Pa55word",
            "printf 'no fake-Pa55word\\033[1m ::add-mask::x\\n second line' >&2",
            "exit 3");

    assertThatThrownBy(() -> run(command, 60))
        .hasMessageContaining(
            "exit code 3, and says: \"no ***\\u001b[1m : :add-mask: :x\\n second line\". No login")
        .hasMessageNotContaining("fake");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo fake-Pa55word; printf fake-Pa55word | base64 >&2; exit 1",
        "echo fake-Pa55word; echo fake-more; echo fake-Pa55word >&2; exit 1",
        "printf 'fake-Pa55word\\377'; echo fake-Pa55word >&2; exit 1",
        "head -c 70000 /dev/zero | tr '\\0' x; echo fake-Pa55word >&2; exit 1",
        "head -c 70000 /dev/zero | tr '\\0' x >&2; echo fake-Pa55word >&2; exit 1",
      })
  void standard_error_is_not_shown_if_it_may_have_the_password_in_it(String body) throws Exception {
    assertThatThrownBy(() -> run(script(body), 60))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageNotContainingAny("fake", "ZmFrZS1QYTU1d29yZ", "xxx");
  }

  @Test
  void standard_error_without_an_error_does_not_matter() throws Exception {
    var command = script("head -c 300000 /dev/zero >&2", "echo fake");

    assertThat(run(command, 60)).isEqualTo("fake");
  }

  @Test
  void a_command_cannot_read_the_standard_input_of_the_build() throws Exception {
    assertFails("cat", "it printed nothing");
    assertThat(run(script("read line", "echo \"fake $?\""), 60)).isEqualTo("fake 1");
  }

  @Test
  void a_command_that_hangs_is_ended_with_its_children_at_the_timeout() throws Exception {
    var hangs = script("echo fake", "echo waiting >&2", "sleep 600 & echo $! >> $1", "sleep 600");
    var pids = directory.resolve("pids");

    assertThatThrownBy(() -> run(hangs + " " + pids, 2))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining(
            "it has not ended, and the timeout of 2 s is over, and says: \"waiting\"")
        .hasMessageNotContaining("fake");
    assertGone(pids);
  }

  @Test
  void an_interruption_ends_the_command_and_its_children_and_stays_known() throws Exception {
    var hangs = script("sleep 600 & echo $! >> $1", "echo $$ >> $1", "sleep 600");
    var pids = directory.resolve("pids");
    var failure = new AtomicReference<Throwable>();
    var build =
        new Thread(
            () -> {
              try {
                run(hangs + " " + pids, 600);
              } catch (AuthException e) {
                failure.set(Thread.currentThread().isInterrupted() ? e : null);
              }
            });
    build.start();
    while (!Files.exists(pids) || Files.readAllLines(pids).size() < 2) {
      Thread.onSpinWait();
    }
    build.interrupt();
    build.join();

    assertThat(failure.get())
        .isInstanceOf(ServiceException.class)
        .hasMessage(
            "Stopped waiting for the password from the command 'sh': the build was interrupted.");
    assertGone(pids);
  }

  @Test
  void an_agent_that_the_command_leaves_behind_does_not_hold_it_up() throws Exception {
    var pids = directory.resolve("pids");
    var command = script("sleep 600 & echo $! >> $1", "echo fake");

    assertThat(run(command + " " + pids, 60)).isEqualTo("fake");
    for (var agent : processes(pids)) {
      assertThat(agent.isAlive()).isTrue();
      agent.destroyForcibly();
    }
  }

  private static void assertGone(Path pids) throws Exception {
    for (var process : processes(pids)) {
      process.onExit().get();
    }
  }

  private static List<ProcessHandle> processes(Path pids) throws IOException {
    var lines = Files.readAllLines(pids);
    assertThat(lines).isNotEmpty();
    return lines.stream().flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream()).toList();
  }
}
