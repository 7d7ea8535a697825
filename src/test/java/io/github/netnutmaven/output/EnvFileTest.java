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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token is added to a file of variables, and everything else in the file stays. */
@Timeout(120)
class EnvFileTest {
  private static final AccessToken TOKEN = token("fake-token-1");
  private static final String LINE = "NETNUT_TOKEN=fake-token-1";
  @TempDir Path directory;
  private Path path;
  private EnvFile file;

  private static AccessToken token(String value) {
    return new AccessToken(value, null, AccessToken.Source.LOGIN);
  }

  @BeforeEach
  void no_file_yet() {
    path = directory.resolve("env");
    file = new EnvFile(path, "NETNUT_TOKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '<T>\n'",
    "'A=1\n', 'A=1\n<T>\n'",
    "'A=1', 'A=1\n<T>\n'",
    "'A=1\r\n', 'A=1\r\n<T>\n'",
    "'\n\n', '\n\n<T>\n'",
    "'NETNUT_TOKEN_FILE=x\n# NETNUT_TOKEN=y\n', 'NETNUT_TOKEN_FILE=x\n# NETNUT_TOKEN=y\n<T>\n'",
    "'NETNUT_TOKEN=fake-token-2\nB=2\n', '<T>\nB=2\n'",
    "'NETNUT_TOKEN=fake-token-2\r\nB=2\r\n', '<T>\r\nB=2\r\n'",
    "'A=1\nNETNUT_TOKEN=fake-token-2', 'A=1\n<T>'",
    "'A=1\nNETNUT_TOKEN=fake-token-100\nB=2', 'A=1\n<T><2>\nB=2'",
    "'NETNUT_TOKEN=fake-token-100\r\nB=2\r\n', '<T>\r<2>\nB=2\r\n'",
    "'NETNUT_TOKEN=fake-token-\r\nB=2\r\n', '<T>\nB=2\r\n'",
    "'NETNUT_TOKEN=old\nB=2\n', '<16>\nB=2\n<T>\n'",
    "'NETNUT_TOKEN=old\r\nB=2', '<17>\nB=2\n<T>\n'",
    "'A=1\nNETNUT_TOKEN=\n', 'A=1\n<13>\n<T>\n'",
    "'NETNUT_TOKEN=old\nB\nNETNUT_TOKEN=fake-token-0\n', '<16>\nB\n<T>\n'",
    "'NETNUT_TOKEN=fake-token-0\nB\nNETNUT_TOKEN=old\n', '<T>\nB\n<16>\n'",
  })
  void the_line_is_added_or_overwritten_and_all_other_lines_stay(String before, String after)
      throws IOException {
    Files.writeString(path, before);
    var expected = withNewlines(after.replace("<T>", LINE));

    file.write(TOKEN);
    assertThat(path).content().isEqualTo(expected);
    file.write(TOKEN);
    assertThat(path).content().isEqualTo(expected);
  }

  /** Replaces each number in angle brackets by that many newlines. */
  private static String withNewlines(String text) {
    return Pattern.compile("<(\\d+)>")
        .matcher(text)
        .replaceAll(number -> "\n".repeat(Integer.parseInt(number.group(1))));
  }

  @ParameterizedTest
  @CsvSource({
    "'A=1\nNETNUT_TOKEN=fake-token-1\nB=2\n', 'A=1\n<25>\nB=2\n'",
    "'NETNUT_TOKEN=fake-token-1\r\nB=2\r\n', '<26>\nB=2\r\n'",
    "'NETNUT_TOKEN=old\nB\nNETNUT_TOKEN=', '<16>\nB\n<13>'",
    "'B=2\n', 'B=2\n'",
  })
  void withdrawing_replaces_the_line_with_empty_lines(String before, String after)
      throws IOException {
    Files.writeString(path, before);

    file.withdraw();

    assertThat(path).content().isEqualTo(withNewlines(after));
  }

  @Test
  void two_variables_in_one_file_do_not_touch_each_other() throws IOException {
    var other = new EnvFile(path, "NETNUT_TOKEN_EU");
    file.write(TOKEN);
    other.write(token("fake-token-2"));
    file.write(token("fake-token-3"));
    assertThat(path)
        .content()
        .isEqualTo("NETNUT_TOKEN=fake-token-3\nNETNUT_TOKEN_EU=fake-token-2\n");

    other.withdraw();
    assertThat(path).content().isEqualTo("NETNUT_TOKEN=fake-token-3\n" + "\n".repeat(29));
  }

  @Test
  void withdrawing_does_not_create_a_missing_file() throws IOException {
    file.withdraw();

    assertThat(path).doesNotExist();
  }

  @Test
  void a_line_like_ours_in_a_block_of_another_variable_stays() throws IOException {
    var block = "X<<END\nNETNUT_TOKEN=fake-other\nY<<Z\nEND\n";
    Files.writeString(path, "NETNUT_TOKEN=fake-token-0\n" + block + "NETNUT_TOKEN=old\n");

    file.write(TOKEN);
    assertThat(path).content().isEqualTo(LINE + "\n" + block + "\n".repeat(17));
    file.withdraw();
    assertThat(path).content().isEqualTo("\n".repeat(26) + block + "\n".repeat(17));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X<<END", "X=<<END", "<<END\nEND", "X<<\nY", "# X << END"})
  void a_block_that_does_not_end_is_not_a_block(String first) throws IOException {
    Files.writeString(path, first + "\nNETNUT_TOKEN=fake-token-0\nEND of it\n");

    file.write(TOKEN);

    assertThat(path).content().isEqualTo(first + "\n" + LINE + "\nEND of it\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "X=1<<END", "<<END"})
  void after_a_line_that_begins_no_block_our_line_is_replaced(String first) throws IOException {
    Files.writeString(path, first + "\nNETNUT_TOKEN=fake-token-0\nEND\n");

    file.write(TOKEN);

    assertThat(path).content().isEqualTo(first + "\n" + LINE + "\nEND\n");
  }

  @Test
  void the_end_of_a_block_may_have_an_equals_sign() throws IOException {
    var block = "X<<A=B\nNETNUT_TOKEN=fake-other\nA=B\n";
    Files.writeString(path, block);

    file.write(TOKEN);

    assertThat(path).content().isEqualTo(block + LINE + "\n");
  }

  @Test
  void bytes_that_are_not_text_stay_as_they_are() throws IOException {
    var before = new byte[256];
    for (int i = 0; i < before.length; i++) {
      before[i] = (byte) i;
    }
    Files.write(path, before);

    file.write(TOKEN);

    var after = Files.readAllBytes(path);
    assertThat(after).startsWith(before);
    assertThat(new String(after, 256, after.length - 256, StandardCharsets.UTF_8))
        .isEqualTo("\n" + LINE + "\n");
  }

  @Test
  void an_existing_file_keeps_its_owner_and_mode_and_is_not_replaced() throws IOException {
    Files.writeString(path, "A=1\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    var inode = Files.getAttribute(path, "unix:ino");
    boolean root = (int) Files.getAttribute(directory, "unix:uid") == 0;
    if (root) {
      Files.setAttribute(path, "unix:uid", 12345);
    }

    file.write(TOKEN);
    file.write(token("fake-token-2"));

    assertThat(path).content().isEqualTo("A=1\nNETNUT_TOKEN=fake-token-2\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r--r--");
    assertThat(Files.getAttribute(path, "unix:ino")).isEqualTo(inode);
    assertThat(Files.getAttribute(path, "unix:uid"))
        .isEqualTo(root ? 12345 : Files.getAttribute(directory, "unix:uid"));
  }

  @Test
  void a_file_of_more_than_a_mebibyte_is_an_error() throws IOException {
    try (var huge = new RandomAccessFile(path.toFile(), "rw")) {
      huge.setLength(1024 * 1024 + 1);
    }

    assertThatThrownBy(() -> file.write(TOKEN)).hasMessageContaining("more than 1048576 bytes");
    assertThat(path).hasSize(1024 * 1024 + 1);
  }
}
