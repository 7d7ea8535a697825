package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AuthException;
import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.auth.ServiceException;
import io.github.netnutmaven.auth.UserMistakeException;
import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.LateTiming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
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

  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void a_search_path_and_a_home_directory() throws IOException {
    variables.put("PATH", System.getenv("PATH"));
    variables.put("HOME", Files.createDirectory(directory.resolve("home")).toString());
  }

  private String run(String command, int seconds) throws AuthException {
    return new PasswordCommand(command, WHERE, new Environment(variables::get))
        .password(new Deadline(Duration.ofSeconds(seconds), new SystemTiming()));
  }

  /** The command that runs a script. */
  private String script(String... lines) throws IOException {
    var file = Files.writeString(directory.resolve("script"), String.join("\n", lines) + "\n");
    return "sh " + file;
  }

  private void assertFails(String command, String why) {
    assertThatThrownBy(() -> run(command, 60))
        .isInstanceOf(UserMistakeException.class)
        .hasNoCause()
        .hasMessageStartingWith(
            "Tried to get the password from the command in NETNUT_PASSWORD_COMMAND, but " + why)
        .hasMessageContaining("No login was tried.")
        .hasMessageNotContainingAny("fake", directory.toString());
  }

  @Test
  void a_slow_command_is_waited_for_with_a_line() throws Exception {
    var lines = new ArrayList<String>();
    var deadline =
        new Deadline(Duration.ofMinutes(2), new LateTiming(), line -> lines.add("" + line));
    assertThatThrownBy(
            () ->
                new PasswordCommand("sleep 60", WHERE, new Environment(variables::get))
                    .password(deadline))
        .hasMessageContaining("it has not ended");
    assertThat(lines)
        .isNotEmpty()
        .allMatch(line -> line.endsWith(" s for the command in NETNUT_PASSWORD_COMMAND."));
  }

  @Test
  void a_command_runs_in_the_home_directory() throws Exception {
    assertThat(run("pwd", 60)).isEqualTo(directory.resolve("home").toRealPath().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "home", "/no/such/home"})
  void without_a_home_directory_nothing_runs(String home) throws Exception {
    variables.put("HOME", home);
    var file = directory.resolve("has-run");

    assertFails(script("touch $1") + " " + file, "the environment names no home directory");
    variables.remove("HOME");
    assertFails(script("touch $1") + " " + file, "the environment names no home directory");
    assertThat(file).doesNotExist();
  }

  @Test
  void what_needs_a_shell_is_refused_and_not_run() throws Exception {
    var file = directory.resolve("has-run");

    assertFails(script("touch " + file) + " | cat", "it contains | < > & ; ` or $NAME without");
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "fake password, fake password",
    "fake\\n, fake",
    "fake\\r\\n, fake",
    "fake\\r, fake",
    "fake\\n\\n, fake",
    "fake\\nlogin: me\\nurl: x\\n, fake",
    "fake\\nother\\377, fake",
    "' fake \\n', ' fake '",
    "\\303\\274\\360\\237\\224\\221\\n, ü🔑",
  })
  void the_first_line_is_the_password_without_its_end(String printed, String password)
      throws Exception {
    assertThat(run(script("printf '" + printed + "'"), 60)).isEqualTo(password);
  }

  @Test
  void the_longest_password_has_64_kib_and_any_number_of_further_lines_is_ignored()
      throws Exception {
    var longest = "head -c 65536 /dev/zero | tr '\\0' x";

    assertThat(run(script(longest), 60)).hasSize(65536);
    assertThat(run(script(longest, "echo", "yes | head -c 1000000"), 60)).hasSize(65536);
  }

  @ParameterizedTest
  @CsvSource({
    "echo fake; exit 1, it ended with exit code 1. No login",
    "kill -9 $$, it ended with exit code 137. No login",
    ":, it printed nothing. No login",
    "echo, it printed nothing",
    "'printf \"  \\n\"', it printed nothing",
    "'printf \"\\nfake\\n\"', it printed nothing. No login",
    "'printf \"fake\\000a\"', it printed a NUL character",
    "'printf \"\\377fake\"', it printed text that is not in UTF-8. No login",
    "head -c 1000000 /dev/zero, its first line has more than 65536 bytes",
    "head -c 65537 /dev/zero; sleep 600, its first line has more than 65536 bytes",
  })
  void what_is_no_password_is_named_and_not_shown(String body, String why) throws Exception {
    assertFails(script(body), why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/program --fake", "\"\" fake", "S3cret-hunter2"})
  void no_word_of_a_command_is_shown(String command) {
    assertThatThrownBy(() -> run(command, 60))
        .hasMessageContaining("NETNUT_PASSWORD_COMMAND, but there is no such program")
        .hasMessageNotContainingAny("/no", "fake", "hunter2");
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

  @Test
  void standard_error_is_shown_without_the_arguments_of_the_command() throws Exception {
    var command = script("echo \"sh: no such entry: $2\" >&2", "exit 1") + " show S3cret-hunter2";

    assertThatThrownBy(() -> run(command, 60))
        .hasMessageContaining("exit code 1, and says: \"sh: no such entry: ***\". No login");
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
  void a_command_that_hangs_is_ended_at_the_timeout() throws Exception {
    var hangs = script("echo fake", "echo waiting >&2", "sleep 600");

    assertThatThrownBy(() -> run(hangs, 2))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining(
            "it has not ended, and the timeout of 2 s is over, and says: \"waiting\"")
        .hasMessageNotContaining("fake");
  }

  @Test
  void an_interruption_ends_the_wait_and_stays_known() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> run("sleep 600", 600))
        .isInstanceOf(ServiceException.class)
        .hasMessage(
            "Stopped waiting for the password from the command in NETNUT_PASSWORD_COMMAND: the"
                + " build was interrupted.");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void an_agent_that_the_command_leaves_behind_does_not_hold_it_up() throws Exception {
    var pid = directory.resolve("pid");

    assertThat(run(script("sleep 600 & echo $! > $1", "echo fake") + " " + pid, 60))
        .isEqualTo("fake");
    var agent = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    assertThat(agent.isAlive()).isTrue();
    agent.destroyForcibly();
  }
}
