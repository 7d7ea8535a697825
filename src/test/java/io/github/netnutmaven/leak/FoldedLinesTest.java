package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found wherever a format folds it, however short it is. */
class FoldedLinesTest {
  private static final String LETTERS = "Qw7zK-mX9p_L2vR8";
  private static final List<String> BREAKS =
      List.of("\n", "\r\n", "\n ", "\r\n ", "\n\t", "\n        ", "\\\n", "\\\r\n    \t");

  private static boolean isFound(String secret, String text) {
    return isFound(
        new StreamSearch(new MultiPatternMatcher(List.of(new Secret("it", secret)))), text);
  }

  private static boolean isFound(StreamSearch search, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    search.feed(bytes, 0, bytes.length);
    return !search.finish().isEmpty();
  }

  private static String folded(String text, int at, String lineBreak) {
    return text.substring(0, at) + lineBreak + text.substring(at);
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
  void at_any_place_with_any_line_break_plain_in_hex_and_in_base64(int length) {
    var secret = LETTERS.substring(0, length);
    var search = new StreamSearch(new MultiPatternMatcher(List.of(new Secret("it", secret))));
    for (var form : forms(secret)) {
      for (int at = 1; at < form.length(); at++) {
        for (var lineBreak : BREAKS) {
          var text = folded(form, at, lineBreak);
          assertThat(isFound(search, text)).as(text).isTrue();
          assertThat(isFound(search, "x: " + text + "\n")).as(text).isTrue();
        }
      }
    }
  }

  @Test
  void at_any_width() {
    var secret = "fake-token-for-tests-0123456789";
    for (int width = 1; width < secret.length(); width++) {
      var text = secret.replaceAll("(.{" + width + "})", "$1\n  ");
      assertThat(isFound(secret, text)).as(text).isTrue();
    }
  }

  @Test
  void a_long_secret_in_base64_of_mime_wherever_its_lines_end() {
    var random = new Random(3);
    for (int length : new int[] {106, 114, 228, 342}) {
      var secret = "f".repeat(4) + HexFormat.of().formatHex(random(random, length / 2 - 2));
      var search = new StreamSearch(new MultiPatternMatcher(List.of(new Secret("it", secret))));
      for (int before = 0; before < 76; before++) {
        var text = Planted.bytes("x".repeat(before) + secret + "\n");
        assertThat(isFound(search, Base64.getMimeEncoder().encodeToString(text)))
            .as("%s characters after %s", length, before)
            .isTrue();
      }
    }
  }

  private static byte[] random(Random random, int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void wherever_the_buffer_of_a_stream_slides() {
    var index = new MultiPatternMatcher(List.of(new Secret("it", "fake-w0rd")));
    var search = new StreamSearch(index);
    int slide = 2 * index.reach() + (1 << 16);
    for (int at = slide - 2 * index.reach(); at < slide + 20; at++) {
      assertThat(isFound(search, "x".repeat(at) + "fake\\\r\n    -w0rd" + "x".repeat(300)))
          .as("at %s", at)
          .isTrue();
    }
  }

  @Test
  void though_a_sign_on_either_side_is_escaped_or_looks_like_a_mark_or_an_indent() {
    assertThat(isFound("fake<w0rd", "fake&lt;\n  w0rd")).isTrue();
    assertThat(isFound("fake<w0rd", "fake\n  &lt;w0rd")).isTrue();
    assertThat(isFound("fake\\w0rd", "fake\\\n  w0rd")).isTrue();
    assertThat(isFound("fake\\w0rd", "fake\\\\\n  w0rd")).isTrue();
    assertThat(isFound("fake w0rd", "fake\n w0rd")).isTrue();
    assertThat(isFound("fake w0rd", "fake\n     w0rd")).isTrue();
    assertThat(isFound("fake w0rd", "fake \n     w0rd")).isTrue();
  }

  @Test
  void what_is_not_all_there_or_has_something_in_between_is_none() {
    var secret = "fake-w0rd";
    for (var text :
        List.of(
            "fake-\n",
            "\nw0rd",
            "fake\nw0rd",
            "fake-\nw0r",
            "ake-\nw0rd",
            "fake-\n\nw0rd",
            "fake- \nw0rd",
            "fake-\n* w0rd",
            "fake-\\ w0rd",
            "\nfake-",
            "\n",
            "\\\n",
            "\r\n")) {
      assertThat(isFound(secret, text)).as(text).isFalse();
    }
  }

  @Test
  void what_was_in_the_buffer_before_is_none() {
    var search = new StreamSearch(new MultiPatternMatcher(List.of(new Secret("it", "fake-w0rd"))));
    isFound(search, "fake!\nw0rd");

    assertThat(isFound(search, "fake-")).isFalse();
    assertThat(isFound(search, "fake-\n")).isFalse();
  }

  @Test
  void forty_blanks_are_an_indent_and_more_are_not() {
    assertThat(isFound("fake-w0rd", "fake-\n" + " ".repeat(40) + "w0rd")).isTrue();
    assertThat(isFound("fake-w0rd", "fake-\n" + " ".repeat(41) + "w0rd")).isFalse();
  }
}
