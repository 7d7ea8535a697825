package io.github.netnutmaven.config;

import static io.github.netnutmaven.testkit.Programs.makePipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.UserMistakeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SecretFileTest {
  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void name_the_file() {
    file = directory.resolve("file");
  }

  private String read() throws UserMistakeException {
    return SecretFile.read(file.toString(), "NETNUT_PASSWORD_FILE");
  }

  private void assertRefused(String problem) {
    assertThatThrownBy(this::read)
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("read the file that NETNUT_PASSWORD_FILE names, but " + problem)
        .hasMessageNotContaining(directory.toString())
        .hasMessageEndingWith(
            ". Put the secret alone into a regular file, or into NETNUT_PASSWORD.");
  }

  @Test
  void a_file_is_read_through_links_as_kubernetes_mounts_it() throws Exception {
    Files.createDirectory(directory.resolve("..2026_11_24"));
    Files.writeString(directory.resolve("..2026_11_24").resolve("file"), "fake-secret\n");
    Files.createSymbolicLink(directory.resolve("..data"), Path.of("..2026_11_24"));
    Files.createSymbolicLink(file, Path.of("..data", "file"));

    assertThat(read()).isEqualTo("fake-secret");
  }

  @Test
  void a_file_that_is_not_regular_is_never_opened_even_through_a_link() throws Exception {
    var pipe = directory.resolve("pipe");
    makePipe(pipe);
    for (var behind : List.of(pipe, Path.of("/dev/zero"))) {
      Files.deleteIfExists(file);
      Files.createSymbolicLink(file, behind);
      assertRefused("it is a pipe, a socket or a device, not a regular file");
    }
  }

  @Test
  void a_missing_file_and_a_link_to_one_do_not_exist() throws Exception {
    assertRefused("it does not exist");

    Files.createSymbolicLink(file, directory.resolve("nowhere"));
    assertRefused("it does not exist");
  }

  @Test
  void a_directory_is_refused() throws Exception {
    Files.createDirectory(file);

    assertRefused("it is a directory, not a regular file");
  }

  @ParameterizedTest
  @CsvSource({
    "'\ufefffake-secret', it begins with a byte order mark",
    "'fake-secret\n\n', it has more than one line",
    "'fake-secret\r\n\r\n', it has more than one line",
    "'fake\nsecret', it has more than one line",
    "'fake\rsecret', it has more than one line",
  })
  void a_file_with_more_than_the_secret_is_refused(String content, String problem)
      throws Exception {
    Files.writeString(file, content);

    assertRefused(problem);
  }

  @Test
  void a_file_in_another_charset_is_refused() throws Exception {
    Files.write(file, "fäke".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused("it is not text in UTF-8");
  }

  @Test
  void a_file_may_have_64_kib_and_not_a_byte_more() throws Exception {
    Files.writeString(file, "x".repeat(64 * 1024));
    assertThat(read()).hasSize(64 * 1024);

    Files.writeString(file, "x".repeat(64 * 1024 + 1));
    assertRefused("it has more than 65536 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \n\n"})
  void a_blank_file_has_no_secret(String content) throws Exception {
    Files.writeString(file, content);

    assertThat(read()).isNull();
  }

  @Test
  void a_message_names_the_variable_for_the_secret_itself() {
    assertThatThrownBy(() -> SecretFile.read(file.toString(), "NETNUT_TOKEN_FILE"))
        .hasMessageEndingWith("into a regular file, or into NETNUT_TOKEN.");
  }
}
