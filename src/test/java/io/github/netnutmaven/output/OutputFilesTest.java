package io.github.netnutmaven.output;

import static io.github.netnutmaven.testkit.Programs.makePipe;
import static io.github.netnutmaven.testkit.Programs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class OutputFilesTest {
  private static final AccessToken TOKEN = token("fake-token-1");

  private static final String LEFTOVER = ".netnut-maven-plugin-0123456789abcdef.tmp";

  @TempDir Path directory;

  private static AccessToken token(String value) {
    return new AccessToken(value, null, AccessToken.Source.LOGIN);
  }

  private Path path() {
    return directory.resolve("out");
  }

  @Test
  void only_the_owner_can_read_a_new_file_whose_directories_are_created() throws Exception {
    new TokenFile(directory.resolve("a/b/token")).write(TOKEN, ApiUrl.DEFAULT);
    new EnvFile(directory.resolve("c/d/env"), "NETNUT_TOKEN").write(TOKEN, ApiUrl.DEFAULT);

    assertThat(directory.resolve("a/b/token")).content().isEqualTo("fake-token-1");
    assertThat(directory.resolve("c/d/env")).content().startsWith("NETNUT_TOKEN=fake-token-1\n");
    assertThat(mode(directory.resolve("a/b/token"))).isEqualTo("rw-------");
    assertThat(mode(directory.resolve("c/d/env"))).isEqualTo("rw-------");
    assertThat(directory.resolve("a/b").toFile().list()).hasSize(1);
  }

  @Test
  void a_token_file_that_others_can_read_is_replaced_by_one_that_they_cannot() throws Exception {
    Files.writeString(path(), "something else that was longer than any token");
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw-rw-"));

    new TokenFile(path()).write(TOKEN, ApiUrl.DEFAULT);

    assertThat(path()).content().isEqualTo("fake-token-1");
    assertThat(mode(path())).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "link, symbolic link",
    "dangling link, symbolic link",
    "link to the output, symbolic link",
    "directory, directory",
    "full directory, directory",
    "pipe, 'pipe, a socket or a device'",
    "device, 'pipe, a socket or a device'",
  })
  void what_is_no_regular_file_is_refused_and_stays(String other, String kind) throws Exception {
    var precious = Files.writeString(directory.resolve("precious"), "precious\n");
    put(other);
    var before = Files.readAttributes(path(), "*", LinkOption.NOFOLLOW_LINKS);

    for (var file : List.of(new TokenFile(path()), new EnvFile(path(), "NETNUT_TOKEN"))) {
      assertThatThrownBy(() -> file.write(TOKEN, ApiUrl.DEFAULT))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("it is a " + kind + ", not a regular file");
      assertThat(file.withdraw()).isFalse();
    }

    assertThat(Files.readAttributes(path(), "*", LinkOption.NOFOLLOW_LINKS))
        .containsEntry("fileKey", before.get("fileKey"));
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("out", "precious");
    assertThat(precious).content().isEqualTo("precious\n");
  }

  private void put(String other) throws Exception {
    switch (other) {
      case "link" -> Files.createSymbolicLink(path(), directory.resolve("precious"));
      case "dangling link" -> Files.createSymbolicLink(path(), directory.resolve("none"));
      case "link to the output" -> Files.createSymbolicLink(path(), Path.of("/proc/self/fd/1"));
      case "directory" -> Files.createDirectory(path());
      case "full directory" -> Files.createDirectories(path().resolve("full"));
      case "pipe" -> makePipe(path());
      default -> assumeTrue(run("mknod", path().toString(), "c", "1", "3"), "needs root");
    }
  }

  @Test
  void a_token_file_is_written_and_removed_with_what_killed_processes_left_beside()
      throws Exception {
    var other = Files.createFile(directory.resolve("out.netnut-maven-plugin-0123.tmp"));
    var foreign = Files.createFile(directory.resolve("my-out" + LEFTOVER));
    var link =
        Files.createSymbolicLink(
            directory.resolve("out.netnut-maven-plugin-fedcba9876543210.tmp"), other);
    leaveBehind();
    new TokenFile(path()).write(TOKEN, ApiUrl.DEFAULT);
    assertThat(directory.resolve("out" + LEFTOVER)).doesNotExist();
    assertThat(path()).content().isEqualTo("fake-token-1");

    leaveBehind();
    assertThat(new TokenFile(path()).withdraw()).isTrue();
    assertThat(directory)
        .isDirectoryNotContaining(each -> !List.of(other, foreign, link).contains(each));
    assertThat(List.of(other, foreign, link)).allMatch(Files::exists);
  }

  private void leaveBehind() throws IOException {
    Files.writeString(directory.resolve("out" + LEFTOVER), "fake-token-0");
  }

  @Test
  void two_processes_that_write_one_token_file_both_succeed() throws Exception {
    var other = CompletableFuture.runAsync(this::writeOften);
    writeOften();
    other.join();

    assertThat(path()).content().isEqualTo("fake-token-1");
    assertThat(directory.toFile().list()).containsExactly("out");
  }

  private void writeOften() {
    try {
      for (int i = 0; i < 200; i++) {
        new TokenFile(path()).write(TOKEN, ApiUrl.DEFAULT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
