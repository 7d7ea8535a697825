package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AccessToken;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFilesTest {
  private static final AccessToken TOKEN = token("fake-token-1");

  @TempDir Path folder;

  private static AccessToken token(String value) {
    return new AccessToken(value, Optional.empty(), AccessToken.LOGIN);
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
    assertThat(kind.equals("token") ? !Files.exists(path()) : Files.size(path()) == 0).isTrue();
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
          .hasMessageContaining("no file of its own");
    }
    assertThat(precious).content().isEqualTo("precious\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env"})
  void a_folder_in_its_place_is_told_and_nothing_is_left(String kind) throws IOException {
    Files.createDirectories(path().resolve("full"));

    assertThatThrownBy(() -> file(kind).write(TOKEN)).isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactly("out");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'T\n'",
    "'A=1\n', 'A=1\nT\n'",
    "'A=1', 'A=1\nT\n'",
    "'A=1\r\n', 'A=1\r\nT\n'",
    "'NETNUT_TOKEN=old\nB=2\n', 'T\nB=2\n'",
    "'A=1\nNETNUT_TOKEN=much-longer-than-the-new-one\n', 'A=1\nT\n'",
    "'A=1\nNETNUT_TOKEN=\nB=2', 'A=1\nT\nB=2'",
    "'A=1\nNETNUT_TOKEN=old', 'A=1\nT'",
    "'NETNUT_TOKEN=old\r\nB=2\r\n', 'T\r\nB=2\r\n'",
    "'NETNUT_TOKEN=old\nB\nNETNUT_TOKEN=older\n', 'T\nB\nT\n'",
    "'NETNUT_TOKEN_FILE=x\n# NETNUT_TOKEN=y\n', 'NETNUT_TOKEN_FILE=x\n# NETNUT_TOKEN=y\nT\n'",
    "'\n\n', '\n\nT\n'",
  })
  void the_line_is_added_or_replaced_and_all_others_stay(String before, String after)
      throws IOException {
    Files.writeString(path(), before);
    var file = new EnvFile(path());

    file.write(TOKEN);
    var expected =
        after
            .replace("T\n", "NETNUT_TOKEN=fake-token-1\n")
            .replace("T\r", "NETNUT_TOKEN=fake-token-1\r")
            .replaceAll("\nT$", "\nNETNUT_TOKEN=fake-token-1");
    assertThat(path()).content().isEqualTo(expected);
    file.write(TOKEN);
    assertThat(path()).content().isEqualTo(expected);
  }

  @Test
  void bytes_that_are_no_text_stay_as_they_are() throws IOException {
    var before = new byte[256];
    for (int i = 0; i < before.length; i++) {
      before[i] = (byte) i;
    }
    Files.write(path(), before);

    new EnvFile(path()).write(TOKEN);

    var after = Files.readAllBytes(path());
    assertThat(after).startsWith(before);
    assertThat(new String(after, 256, after.length - 256, StandardCharsets.UTF_8))
        .isEqualTo("\nNETNUT_TOKEN=fake-token-1\n");
  }

  @Test
  void the_line_alone_goes_when_the_token_goes() throws IOException {
    Files.writeString(path(), "A=1\nNETNUT_TOKEN=fake-token-1\nB=2\n");

    new EnvFile(path()).withdraw();

    assertThat(path()).content().isEqualTo("A=1\nB=2\n");
  }

  @Test
  void a_file_of_variables_stays_the_same_file() throws IOException {
    Files.writeString(path(), "A=1\n");
    Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r--r--"));
    var inode = Files.getAttribute(path(), "unix:ino");
    boolean root = (int) Files.getAttribute(folder, "unix:uid") == 0;
    if (root) {
      Files.setAttribute(path(), "unix:uid", 12345);
    }

    new EnvFile(path()).write(TOKEN);
    new EnvFile(path()).write(token("fake-token-2"));

    assertThat(path()).content().isEqualTo("A=1\nNETNUT_TOKEN=fake-token-2\n");
    assertThat(mode()).isEqualTo("rw-r--r--");
    assertThat(Files.getAttribute(path(), "unix:ino")).isEqualTo(inode);
    assertThat(Files.getAttribute(path(), "unix:uid"))
        .isEqualTo(root ? 12345 : Files.getAttribute(folder, "unix:uid"));
  }

  @Test
  void a_first_line_that_is_ours_goes_and_the_next_takes_its_place() throws IOException {
    Files.writeString(path(), "NETNUT_TOKEN=fake-token-1\nB=2\n");

    new EnvFile(path()).withdraw();

    assertThat(path()).content().isEqualTo("B=2\n");
  }

  @Test
  void a_huge_file_is_no_file_of_variables() throws IOException {
    try (var huge = new RandomAccessFile(path().toFile(), "rw")) {
      huge.setLength(1024 * 1024);
      new EnvFile(path()).write(TOKEN);
      assertThat(huge.length()).isGreaterThan(1024 * 1024);
    }
    assertThatThrownBy(() -> new EnvFile(path()).write(TOKEN)).hasMessageContaining("more than");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "env"})
  void it_says_where_it_is_and_what_asked_for_it(String kind) {
    assertThat(file(kind).path()).isEqualTo(path());
    assertThat(file(kind)).hasToString(kind + "File " + path());
  }

  private String mode() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path()));
  }
}
