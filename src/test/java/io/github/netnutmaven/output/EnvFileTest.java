package io.github.netnutmaven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.netnutmaven.auth.AccessToken;
import io.github.netnutmaven.auth.ApiUrl;
import io.github.netnutmaven.auth.UserMistakeException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
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
  private static final String URL_LINE = "NETNUT_API_URL=" + ApiUrl.DEFAULT + "\n";
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
    "'NETNUT_TOKEN=fake-token-2\r\nB=2\r\n', '<T><1>\nB=2\r\n'",
    "'A=1\nNETNUT_TOKEN=fake-token-2', 'A=1\n<T>'",
    "'A=1\nNETNUT_TOKEN=fake-token-100\nB=2', 'A=1\n<T><2>\nB=2'",
    "'NETNUT_TOKEN=old\nB=2\n', '<16>\nB=2\n<T>\n'",
    "'A=1\nNETNUT_TOKEN=\n', 'A=1\n<13>\n<T>\n'",
    "'NETNUT_TOKEN=old\nB\nNETNUT_TOKEN=fake-token-0\n', '<16>\nB\n<T>\n'",
    "'NETNUT_TOKEN=fake-token-0\nB\nNETNUT_TOKEN=old\n', '<T>\nB\n<16>\n'",
    // A line like ours in a block of another variable.
    "'X<<E\nNETNUT_TOKEN=x\nY<<Z\nE\n', 'X<<E\nNETNUT_TOKEN=x\nY<<Z\nE\n<T>\n'",
    "'X<<A=B\nNETNUT_TOKEN=x\nA=B\n', 'X<<A=B\nNETNUT_TOKEN=x\nA=B\n<T>\n'",
    "'NETNUT_TOKEN=old\nX<<E\nNETNUT_TOKEN=x\nE', '<16>\nX<<E\nNETNUT_TOKEN=x\nE\n<T>\n'",
    // These lines begin no block, or one that does not end.
    "'X<<E\nNETNUT_TOKEN=fake-token-0\nE of it\n', 'X<<E\n<T>\nE of it\n'",
    "'X=1<<E\nNETNUT_TOKEN=fake-token-0\nE\n', 'X=1<<E\n<T>\nE\n'",
    "'<<E\nNETNUT_TOKEN=fake-token-0\nE\n', '<<E\n<T>\nE\n'",
    "'X<<\nNETNUT_TOKEN=fake-token-0\n\n', 'X<<\n<T>\n\n'",
  })
  void the_line_is_added_or_overwritten_and_all_other_lines_stay(String before, String after)
      throws Exception {
    Files.writeString(path, before);
    var expected = withUrl(withNewlines(after.replace("<T>", LINE)));

    file.write(TOKEN, ApiUrl.DEFAULT);
    assertThat(path).content().isEqualTo(expected);
    file.write(TOKEN, ApiUrl.DEFAULT);
    assertThat(path).content().isEqualTo(expected);
  }

  /** With the API's address in a line at the end. */
  private static String withUrl(String text) {
    return text + (text.endsWith("\n") ? "" : "\n") + URL_LINE;
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
    "'NETNUT_TOKEN=old\nB\nNETNUT_TOKEN=', '<16>\nB\n<13>'",
    "'B=2\n', 'B=2\n'",
  })
  void withdrawing_replaces_the_line_with_empty_lines(String before, String after)
      throws Exception {
    Files.writeString(path, before);

    file.withdraw();

    assertThat(path).content().isEqualTo(withNewlines(after));
  }

  @Test
  void withdrawing_does_not_create_a_missing_file() throws Exception {
    assertThat(file.withdraw()).isFalse();

    assertThat(path).doesNotExist();
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void a_file_full_of_blocks_that_do_not_end_is_read_once() throws Exception {
    var blocks = "A<<B\n".repeat(200_000);
    Files.writeString(path, blocks + "NETNUT_TOKEN=fake-token-0\n");

    file.write(TOKEN, ApiUrl.DEFAULT);

    assertThat(Files.readString(path).equals(blocks + LINE + "\n" + URL_LINE)).isTrue();
  }

  @Test
  void two_variables_in_one_file_do_not_touch_each_other() throws Exception {
    var other = new EnvFile(path, "NETNUT_TOKEN_EU");
    file.write(TOKEN, ApiUrl.DEFAULT);
    other.write(token("fake-token-2"), ApiUrl.DEFAULT);
    file.write(token("fake-token-3"), ApiUrl.DEFAULT);
    assertThat(path)
        .content()
        .isEqualTo(
            "NETNUT_TOKEN=fake-token-3\n"
                + URL_LINE
                + "NETNUT_TOKEN_EU=fake-token-2\nNETNUT_TOKEN_EU_API_URL="
                + ApiUrl.DEFAULT
                + "\n");

    assertThat(other.withdraw()).isTrue();
    assertThat(path).content().matches("NETNUT_TOKEN=fake-token-3\n" + URL_LINE + "\n+");
    assertThat(other.withdraw()).isFalse();
  }

  @Test
  void the_expiry_is_a_line_if_it_is_known() throws Exception {
    var expiring =
        new AccessToken(
            "fake-token-2", Instant.parse("2026-11-25T12:00:00Z"), AccessToken.Source.LOGIN);
    Files.writeString(path, "NETNUT_API_URL=x\nNETNUT_TOKEN_EXPIRES_AT=y\nA=1\n");

    file.write(expiring, ApiUrl.DEFAULT);
    assertThat(path)
        .content()
        .matches(
            "\n+A=1\nNETNUT_TOKEN=fake-token-2\n"
                + URL_LINE
                + "NETNUT_TOKEN_EXPIRES_AT=2026-11-25T12:00:00Z\n");

    file.write(TOKEN, ApiUrl.DEFAULT);
    assertThat(path).content().matches("\n+A=1\n" + LINE + "\n" + URL_LINE + "\n+");
    assertThat(file.withdraw()).isTrue();
    assertThat(path).content().matches("\n+A=1\n\n+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x;id", "a|b", "a`b", "a<b", "a>b", "a&b", "a(b", "a'b", "a#b", "a*b", "a!b"})
  void a_token_with_a_character_that_a_shell_acts_on_is_refused_and_not_shown(String token) {
    assertThatThrownBy(() -> file.write(token(token), ApiUrl.DEFAULT))
        .isInstanceOf(UserMistakeException.class)
        .hasMessage(
            "Tried to write the token to the envFile "
                + path
                + ", but it has a character that a shell acts on. Use a tokenFile instead.");
    assertThat(path).doesNotExist();
  }

  @Test
  void a_token_may_have_every_character_that_is_none_to_a_shell() throws Exception {
    file.write(token("AZaz09-._~+/=:@%,"), ApiUrl.DEFAULT);

    assertThat(path).content().startsWith("NETNUT_TOKEN=AZaz09-._~+/=:@%,\n");
  }

  @Test
  void bytes_that_are_not_text_stay_as_they_are() throws Exception {
    var before = new byte[] {0, '=', -1, -128, 127, 13, -30};
    Files.write(path, before);

    file.write(TOKEN, ApiUrl.DEFAULT);

    assertThat(path)
        .content(StandardCharsets.ISO_8859_1)
        .isEqualTo(new String(before, StandardCharsets.ISO_8859_1) + "\n" + LINE + "\n" + URL_LINE);
  }

  @Test
  void an_existing_file_keeps_its_owner_and_mode_and_is_not_replaced() throws Exception {
    Files.writeString(path, "A=1\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    var inode = Files.getAttribute(path, "unix:ino");
    boolean root = (int) Files.getAttribute(directory, "unix:uid") == 0;
    if (root) {
      Files.setAttribute(path, "unix:uid", 12345);
    }

    file.write(TOKEN, ApiUrl.DEFAULT);
    file.write(token("fake-token-2"), ApiUrl.DEFAULT);

    assertThat(path).content().isEqualTo("A=1\nNETNUT_TOKEN=fake-token-2\n" + URL_LINE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r--r--");
    assertThat(Files.getAttribute(path, "unix:ino")).isEqualTo(inode);
    assertThat(Files.getAttribute(path, "unix:uid"))
        .isEqualTo(root ? 12345 : Files.getAttribute(directory, "unix:uid"));
  }

  @Test
  void a_file_of_more_than_a_mebibyte_is_an_error() throws Exception {
    try (var huge = new RandomAccessFile(path.toFile(), "rw")) {
      huge.setLength(1024 * 1024 + 1);
    }

    assertThatThrownBy(() -> file.write(TOKEN, ApiUrl.DEFAULT))
        .hasMessageContaining("more than 1048576 bytes");
    assertThat(path).hasSize(1024 * 1024 + 1);
  }
}
