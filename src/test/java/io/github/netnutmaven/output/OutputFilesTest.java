package io.github.netnutmaven.output;

import static io.github.netnutmaven.testkit.Programs.makePipe;
import static io.github.netnutmaven.testkit.Programs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.files.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
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

  private static final String LEFTOVER = ".netnut-maven-plugin-0123456789abcdef.tmp";

  @TempDir Path directory;

  private static AccessToken token(String value) {
    return new AccessToken(value, null, AccessToken.Source.LOGIN);
  }

  private Path path() {
    return directory.resolve("out");
  }

  private OutputFile file(String kind) {
    return kind.equals("token") ? new TokenFile(path()) : new EnvFile(path(), "NETNUT_TOKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "token, fake-token-1",
    "env, 'NETNUT_TOKEN=fake-token-1\nNETNUT_API_URL=https://customers-api.netnut.io/v1\n'"
  })
  void only_the_owner_can_read_a_new_file(String kind, String content) throws Exception {
    file(kind).write(TOKEN, ApiUrl.DEFAULT);

    assertThat(path()).content().isEqualTo(content);
    assertThat(mode()).isEqualTo("rw-------");
    assertThat(directory.toFile().list()).hasSize(1);
    file(kind).withdraw();
    assertThat(Files.exists(path()) ? Files.readString(path()).strip() : "").isEmpty();
  }

  @Test
  void missing_directories_are_created() throws Exception {
    new TokenFile(directory.resolve("a/b/token")).write(TOKEN, ApiUrl.DEFAULT);
    new EnvFile(directory.resolve("c/d/env"), "NETNUT_TOKEN").write(TOKEN, ApiUrl.DEFAULT);

    assertThat(directory.resolve("a/b/token")).hasContent("fake-token-1");
    assertThat(directory.resolve("c/d/env")).content().startsWith("NETNUT_TOKEN=fake-token-1\n");
  }

  @Test
  void a_token_file_that_others_can_read_is_replaced_by_one_that_they_cannot() throws Exception {
    Files.writeString(path(), "something else that was longer than any token");
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw-rw-"));

    new TokenFile(path()).write(TOKEN, ApiUrl.DEFAULT);

    assertThat(path()).content().isEqualTo("fake-token-1");
    assertThat(mode()).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "token, precious", "token, none", "token, /proc/self/fd/1",
    "env, precious", "env, none", "env, /proc/self/fd/1"
  })
  void a_link_is_refused_and_stays_with_what_it_leads_to(String kind, String target)
      throws Exception {
    var precious = Files.writeString(directory.resolve("precious"), "precious\n");
    Files.createSymbolicLink(path(), directory.resolve(target));

    assertThatThrownBy(() -> file(kind).write(TOKEN, ApiUrl.DEFAULT))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("it is a symbolic link, not a regular file");
    assertThat(file(kind).withdraw()).isFalse();

    assertThat(Files.readSymbolicLink(path())).isEqualTo(directory.resolve(target));
    assertThat(directory.toFile().list()).containsExactlyInAnyOrder("out", "precious");
    assertThat(precious).content().isEqualTo("precious\n");
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
    var both = new CyclicBarrier(2);
    var written =
        Stream.generate(
                () ->
                    CompletableFuture.runAsync(
                        () -> {
                          try {
                            both.await();
                            for (int i = 0; i < 200; i++) {
                              new TokenFile(path()).write(TOKEN, ApiUrl.DEFAULT);
                            }
                          } catch (Exception e) {
                            throw new IllegalStateException(e);
                          }
                        }))
            .limit(2)
            .toList();
    for (var each : written) {
      each.get();
    }

    assertThat(path()).content().isEqualTo("fake-token-1");
    assertThat(directory.toFile().list()).containsExactly("out");
  }

  @ParameterizedTest
  @CsvSource({"token, empty", "token, full", "env, empty", "env, full"})
  void a_directory_at_the_path_is_an_error_and_stays(String kind, String how) throws Exception {
    Files.createDirectories(how.equals("full") ? path().resolve("full") : path());

    assertThatThrownBy(() -> file(kind).write(TOKEN, ApiUrl.DEFAULT))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("it is a directory, not a regular file");
    assertThat(path()).isDirectory();
    assertThat(directory.toFile().list()).containsExactly("out");
  }

  @ParameterizedTest
  @CsvSource({"token, pipe", "token, device", "env, pipe", "env, device"})
  void a_pipe_or_a_device_at_the_path_is_an_error_and_stays(String kind, String what)
      throws Exception {
    if (what.equals("pipe")) {
      makePipe(path());
    } else {
      assumeTrue(run("mknod", path().toString(), "c", "1", "3"), "needs root");
    }

    assertThatThrownBy(() -> file(kind).write(TOKEN, ApiUrl.DEFAULT))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("it is a pipe, a socket or a device, not a regular file");
    assertThat(Files.exists(path()) && !Files.isRegularFile(path())).isTrue();
    assertThat(directory.toFile().list()).containsExactly("out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env"})
  void a_file_where_a_directory_is_expected_is_an_error(String kind) throws Exception {
    Files.writeString(path(), "precious");
    var below = path().resolve("below");

    assertThatThrownBy(
            () ->
                (kind.equals("token") ? new TokenFile(below) : new EnvFile(below, "NETNUT_TOKEN"))
                    .write(TOKEN, ApiUrl.DEFAULT))
        .isInstanceOf(IOException.class)
        .satisfies(
            e ->
                assertThat(FileFault.reason((IOException) e))
                    .isIn(path() + " is in the way", "Not a directory"));
    assertThat(path()).content().isEqualTo("precious");
  }

  @Test
  void withdrawing_does_not_remove_a_directory_that_replaced_the_token_file() throws Exception {
    Files.createDirectory(path());

    file("token").withdraw();

    assertThat(path()).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env"})
  void an_output_file_prints_its_parameter_and_its_path(String kind) {
    assertThat(file(kind).path()).isEqualTo(path());
    assertThat(file(kind)).hasToString(kind + "File " + path());
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path()));
  }
}
