package io.github.netnutmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.UserMistakeException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SecretFileTest {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("file");
  }

  private String read() throws UserMistakeException {
    return SecretFile.read(file().toString(), "NETNUT_PASSWORD_FILE");
  }

  private void assertRefused(String why) {
    assertThatThrownBy(this::read)
        .isInstanceOf(UserMistakeException.class)
        .hasMessage(
            "Tried to read the file "
                + file()
                + " that NETNUT_PASSWORD_FILE names, but "
                + why
                + ". Put the secret alone into a regular file, or into NETNUT_PASSWORD.");
  }

  @Test
  void is_read_through_links_as_kubernetes_mounts_it() throws Exception {
    Files.createDirectory(folder.resolve("..2026_11_24"));
    Files.writeString(folder.resolve("..2026_11_24").resolve("file"), "fake-secret\n");
    Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_24"));
    Files.createSymbolicLink(file(), Path.of("..data", "file"));

    assertThat(read()).isEqualTo("fake-secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pipe", "device", "socket"})
  void what_is_no_regular_file_is_never_opened_through_a_link_either(String what) throws Exception {
    var behind = folder.resolve("behind");
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      switch (what) {
        case "pipe" -> {
          assumeTrue(run("mkfifo", behind.toString()), "no mkfifo here");
          Files.createSymbolicLink(file(), behind);
        }
        case "device" -> Files.createSymbolicLink(file(), Path.of("/dev/zero"));
        default -> {
          // The system allows a socket a short name only.
          var made = Path.of("/tmp", folder.getFileName() + ".s");
          socket.bind(UnixDomainSocketAddress.of(made));
          Files.move(made, file());
        }
      }
      assertRefused("it is a pipe, a socket or a device, and only a regular file is opened");
    }
  }

  @Test
  void a_shells_process_substitution_is_a_pipe_and_refused() throws Exception {
    assumeTrue(run("bash", "-c", "test -p <(echo)"), "no bash here");
    var shell = new ProcessBuilder("bash", "-c", "exec 9< <(:); echo READY; read").start();
    try (var said = shell.inputReader()) {
      assertThat(said.readLine()).isEqualTo("READY");
      Files.createSymbolicLink(file(), Path.of("/proc/" + shell.pid() + "/fd/9"));
      assertRefused("it is a pipe, a socket or a device, and only a regular file is opened");
    } finally {
      shell.destroyForcibly().waitFor();
    }
  }

  @Test
  void that_is_missing_or_leads_nowhere_does_not_exist() throws Exception {
    assertRefused("it does not exist");

    Files.createSymbolicLink(file(), folder.resolve("nowhere"));
    assertRefused("it does not exist");
  }

  @Test
  void that_is_a_folder_is_called_so() throws Exception {
    Files.createDirectory(file());

    assertRefused("it is a folder");
  }

  @ParameterizedTest
  @CsvSource({
    "'\ufefffake-secret', it begins with a byte order mark",
    "'fake-secret\n\n', it has more than one line",
    "'fake-secret\r\n\r\n', it has more than one line",
    "'fake\nsecret', it has more than one line",
  })
  void that_holds_more_than_the_secret_is_refused_and_says_why(String content, String why)
      throws Exception {
    Files.writeString(file(), content);

    assertRefused(why);
  }

  @Test
  void that_is_no_text_is_called_so() throws Exception {
    Files.write(file(), "fäke".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused("it is no text in UTF-8");
  }

  @Test
  void that_is_huge_is_not_read_to_its_end() throws Exception {
    Files.write(file(), new byte[64 * 1024 + 1]);

    assertRefused("it has more than 65536 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n\n"})
  void that_is_blank_is_read(String content) throws Exception {
    Files.writeString(file(), content);

    assertThat(read()).isBlank();
  }

  @Test
  void the_variable_for_the_secret_itself_is_named_after_that_of_the_file() {
    assertThatThrownBy(() -> SecretFile.read(file().toString(), "NETNUT_TOKEN_FILE"))
        .hasMessageEndingWith("into a regular file, or into NETNUT_TOKEN.");
  }

  private static boolean run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }
}
