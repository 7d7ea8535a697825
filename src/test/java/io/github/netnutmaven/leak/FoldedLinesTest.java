package io.github.netnutmaven.leak;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found wherever a line break splits it, however short it is. */
class FoldedLinesTest {
  private static final String LETTERS = "Qw7zK-mX9p_L2vR8";
  private static final List<String> BREAKS =
      List.of(
          "\n",
          "\r\n",
          "\n ",
          "\r\n ",
          "\n\t",
          "\n        ",
          "\\\n",
          "\\\r\n    \t",
          "\\n",
          "\\r\\n",
          "\\\\n",
          "&#10;",
          "&#xD;&#xA;",
          "%0D%0A",
          "\\u000a",
          "\n\n",
          "\n" + " ".repeat(50));

  private static boolean isFound(TextSearch search, String text) {
    return !Planted.found(search, Planted.bytes(text)).isEmpty();
  }

  private static List<String> forms(String secret) {
    var forms = new ArrayList<>(List.of(secret));
    var bytes = Planted.bytes(secret);
    forms.add(HexFormat.of().formatHex(bytes));
    for (var before : List.of("", "a", "ab")) {
      for (var after : List.of("", "c", "cd")) {
        var text = before + secret + after;
        forms.add(Base64.getEncoder().encodeToString(Planted.bytes(text)));
      }
    }
    return forms;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 11, 12, 15, 16})
  void a_secret_is_found_with_any_line_break_at_any_offset_plain_in_hex_and_in_base64(int length) {
    var secret = LETTERS.substring(0, length);
    var search = Planted.searchFor(secret);
    for (var form : forms(secret)) {
      for (int at = 1; at < form.length(); at++) {
        for (var lineBreak : BREAKS) {
          var text = "x: " + form.substring(0, at) + lineBreak + form.substring(at) + "\n";
          assertThat(isFound(search, text)).as(text).isTrue();
        }
      }
    }
  }

  @Test
  void a_secret_is_found_in_lines_of_any_width() {
    var secret = "fake-token-for-tests-0123456789";
    var search = Planted.searchFor(secret);
    for (int width = 1; width < secret.length(); width++) {
      var text = secret.replaceAll("(.{" + width + "})", "$1\n  ");
      assertThat(isFound(search, text)).as(text).isTrue();
    }
  }

  @Test
  void a_long_secret_is_found_in_mime_base64_wherever_its_lines_end() {
    var random = new Random(3);
    for (int length : new int[] {106, 114, 228, 342}) {
      var secret = random.ints(length, 'A', 'z').mapToObj(Character::toString).collect(joining());
      var search = Planted.searchFor(secret);
      for (int before = 0; before < 76; before++) {
        var text = Planted.bytes("x".repeat(before) + secret + "\n");
        assertThat(isFound(search, Base64.getMimeEncoder().encodeToString(text)))
            .as("%s characters after %s", length, before)
            .isTrue();
      }
    }
  }

  @Test
  void a_folded_secret_is_found_wherever_the_buffer_slides() {
    var search = Planted.searchFor("fake-w0rd");
    int step = 1 << 16;
    for (int at = step - 40; at < step + 60; at++) {
      assertThat(isFound(search, "x".repeat(at) + "fake\\\r\n    -w0rd" + "x".repeat(300)))
          .as("at %s", at)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "fake<w0rd,fake&lt;|  w0rd",
        "fake<w0rd,fake|  &lt;w0rd",
        "fake\\w0rd,fake\\|  w0rd",
        "fake\\w0rd,fake\\\\|  w0rd",
        "fake w0rd,fake| w0rd",
        "fake w0rd,fake |     w0rd"
      })
  void a_sign_of_the_secret_at_the_line_break_may_be_escaped_or_look_like_part_of_it(
      String secret, String lines) {
    assertThat(isFound(Planted.searchFor(secret), lines.replace('|', '\n'))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fake-\n",
        "\nw0rd",
        "fake\nw0rd",
        "fake-\nw0r",
        "ake-\nw0rd",
        "fake- \nw0rd",
        "fake-\\ w0rd",
        "fake- w0rd",
        "fake-\n* w0rd",
        "\r\n"
      })
  void half_a_secret_at_a_line_break_or_something_else_in_between_is_not_found(String text) {
    assertThat(isFound(Planted.searchFor("fake-w0rd"), text)).isFalse();
  }
}
