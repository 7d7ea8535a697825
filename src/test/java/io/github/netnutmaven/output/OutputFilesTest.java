package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.files.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OutputFilesTest {
  private static final AccessToken TOKEN = token("fake-token-1");

  @TempDir Path folder;

  private static AccessToken token(String value) {
    return new AccessToken(value, null, AccessToken.Source.LOGIN);
  }

  private Path path() {
    return folder.resolve("out");
  }

  private OutputFile file(String kind) {
    return kind.equals("token") ? new TokenFile(path()) : new EnvFile(path());
  }

  @ParameterizedTest
  @CsvSource({"token, fake-token-1", "env, 'NETNUT_TOKEN=fake-token-1\n'"})
  void a_new_file_is_its_owners_alone(String kind, String content) throws IOException {
    file(kind).write(TOKEN);

    assertThat(path()).content().isEqualTo(content);
    assertThat(mode()).isEqualTo("rw-------");
    assertThat(folder.toFile().list()).hasSize(1);
    file(kind).withdraw();
    assertThat(Files.exists(path()) ? Files.readString(path()).strip() : "").isEmpty();
  }

  @Test
  void missing_folders_are_made() throws IOException {
    new TokenFile(folder.resolve("a/b/token")).write(TOKEN);
    new EnvFile(folder.resolve("c/d/env")).write(TOKEN);

    assertThat(folder.resolve("a/b/token")).hasContent("fake-token-1");
    assertThat(folder.resolve("c/d/env")).hasContent("NETNUT_TOKEN=fake-token-1");
  }

  @Test
  void a_token_file_that_is_open_to_others_is_replaced_by_one_that_is_not() throws IOException {
    Files.writeString(path(), "something else that was longer than any token");
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw-rw-"));

    new TokenFile(path()).write(TOKEN);

    assertThat(path()).content().isEqualTo("fake-token-1");
    assertThat(mode()).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env"})
  void nothing_is_written_through_a_link(String kind) throws IOException {
    var precious = Files.writeString(folder.resolve("precious"), "precious\n");
    Files.createSymbolicLink(path(), precious);

    if (kind.equals("token")) {
      file(kind).write(TOKEN);
      assertThat(Files.isSymbolicLink(path())).isFalse();
    } else {
      assertThatThrownBy(() -> file(kind).write(TOKEN))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("it is a symbolic link, not a regular file");
    }
    assertThat(precious).content().isEqualTo("precious\n");
  }

  @ParameterizedTest
  @CsvSource({"token, empty", "token, full", "env, empty", "env, full"})
  void a_folder_in_its_place_is_told_and_stays(String kind, String how) throws IOException {
    Files.createDirectories(how.equals("full") ? path().resolve("full") : path());

    assertThatThrownBy(() -> file(kind).write(TOKEN))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("it is a folder, not a regular file");
    assertThat(path()).isDirectory();
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  @ParameterizedTest
  @CsvSource({"token, pipe", "token, device", "token, link", "env, pipe", "env, device"})
  void a_pipe_or_a_device_in_its_place_is_told_and_stays(String kind, String what)
      throws Exception {
    switch (what) {
      case "pipe" -> assumeTrue(run("mkfifo", path().toString()), "no mkfifo here");
      case "device" -> assumeTrue(run("mknod", path().toString(), "c", "1", "3"), "needs root");
      default -> Files.createSymbolicLink(path(), Path.of("/dev/null"));
    }

    assertThatThrownBy(() -> file(kind).write(TOKEN))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("it is a pipe, a socket or a device, not a regular file");
    assertThat(Files.exists(path()) && !Files.isRegularFile(path())).isTrue();
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env"})
  void a_folder_that_is_a_file_is_told(String kind) throws IOException {
    Files.writeString(path(), "precious");
    var below = path().resolve("below");

    assertThatThrownBy(
            () -> (kind.equals("token") ? new TokenFile(below) : new EnvFile(below)).write(TOKEN))
        .isInstanceOf(IOException.class)
        .satisfies(
            e ->
                assertThat(FileFault.reason((IOException) e))
                    .isIn(path() + " is in the way", "Not a directory"));
    assertThat(path()).content().isEqualTo("precious");
  }

  @Test
  void a_folder_that_has_taken_the_token_files_place_is_not_removed() throws IOException {
    Files.createDirectory(path());

    file("token").withdraw();

    assertThat(path()).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env"})
  void it_says_where_it_is_and_what_asked_for_it(String kind) {
    assertThat(file(kind).path()).isEqualTo(path());
    assertThat(file(kind)).hasToString(kind + "File " + path());
  }

  private static boolean run(String... command) throws Exception {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getInputStream().readAllBytes();
    return process.waitFor() == 0;
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path()));
  }
}
