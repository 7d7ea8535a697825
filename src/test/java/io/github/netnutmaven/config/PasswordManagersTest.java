package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.Deadline;
import io.github.netnutmaven.session.SystemTiming;
import io.github.netnutmaven.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real password managers as password commands, each with a store that the test makes. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class PasswordManagersTest {
  @TempDir private Path home;

  private static void assumeInstalled(String... programs) {
    for (var program : programs) {
      assumeTrue(Programs.has(program), program + " is not installed");
    }
  }

  private void assertPrintsThePassword(String command) throws Exception {
    var deadline = new Deadline(Duration.ofSeconds(100), new SystemTiming());

    var variables = Map.of("PATH", System.getenv("PATH"), "HOME", home.toString());

    assertThat(
            new PasswordCommand(command, "a test", new Environment(variables::get))
                .password(deadline))
        .isEqualTo("fake-Pa55word of a \"store\"");
  }

  private String script(String name, String text) throws IOException {
    var head =
        "export HOME=@ GNUPGHOME=@ PASSWORD_STORE_DIR=@/store XDG_RUNTIME_DIR=@ XDG_DATA_HOME=@\n"
            .replace("@", home.toString());
    return "sh " + Files.writeString(home.resolve(name), head + text);
  }

  private static void run(String command) throws Exception {
    Programs.output(command.split(" "));
  }

  @Test
  void git_credential_with_a_wrapper() throws Exception {
    assumeInstalled("git");
    Files.writeString(
        home.resolve("credentials"),
        "https://me%40example.com:fake-Pa55word%20of%20a%20%22store%22@customers-api.netnut.io\n");

    assertPrintsThePassword(
        script(
            "wrapper",
            """
            printf 'protocol=https\\nhost=customers-api.netnut.io\\n\\n' |
              git -c credential.helper= -c "credential.helper=store --file $HOME/credentials" credential fill |
              sed -n 's/^password=//p'
            """));
  }

  @Test
  void pass() throws Exception {
    assumeInstalled("pass", "gpg");
    run(
        script(
            "prepare",
            """
            set -e
            chmod 700 $HOME
            gpg --batch --passphrase '' --quick-generate-key test default default never
            pass init test
            echo 'fake-Pa55word of a "store"' | pass insert --echo netnut
            """));
    try {
      assertPrintsThePassword(script("show", "exec pass show netnut\n"));
    } finally {
      run(script("end", "gpgconf --kill all\n"));
    }
  }

  @Test
  void secret_tool_with_gnome_keyring() throws Exception {
    assumeInstalled("secret-tool", "gnome-keyring-daemon", "dbus-run-session");

    assertPrintsThePassword(
        "dbus-run-session -- "
            + script(
                "session",
                """
                printf 'fake\\n' | gnome-keyring-daemon --unlock --components=secrets > /dev/null
                printf 'fake-Pa55word of a "store"' | secret-tool store --label=netnut service netnut
                exec secret-tool lookup service netnut
                """));
  }
}
