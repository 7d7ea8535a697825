package io.github.netnutmaven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Escapes are replaced by what they stand for, also within each other; the rest stays. */
class UnescaperTest {
  /** Bytes that are not ASCII are in angle brackets. */
  private static String unescaped(String text) {
    return unescaped(text, text.length());
  }

  private static String unescaped(String text, int step) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var unescaped = new byte[bytes.length];
    int length = 0;
    for (int from = 0; from < bytes.length; from += step) {
      int to = Math.min(bytes.length, from + step);
      length = Unescaper.append(bytes, from, to, unescaped, length);
    }
    var readable = new StringBuilder();
    for (char c : new String(unescaped, 0, length, StandardCharsets.ISO_8859_1).toCharArray()) {
      readable.append(c > ' ' && c < 0x7f ? String.valueOf(c) : String.format("<%02x>", (int) c));
    }
    return readable.toString();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "%2f %2F %252f %25252F, ////",
        "%e4 %C3%a4, <e4><c3><a4>",
        "\\u00e4 \\u20AC \\\\u0041, <c3><a4><e2><82><ac>A",
        "\\ud83d\\udd11, <ed><a0><bd><ed><b4><91>",
        "&#x1f511; &#128273;, <f0><9f><94><91><f0><9f><94><91>",
        "&#55357;&#56593;, <ed><a0><bd><ed><b4><91>",
        "&#65; &#x41; &#X41; &#0065; &amp;#65;, AAAAA",
        "&amp; &lt; &gt; &quot; &apos; &amp;amp;lt;, &<>\"'<",
        "\\x41 \\x7e \\\\x41, A~A",
        "\\\" \\' \\/ \\: \\= \\# \\- \\& \\%, \"'/:=#-&%",
        "a\\nb\\rc\\td\\be\\ff\\\\ng, abc<09>d<08>e<0c>fg",
        "\\\\\\\"x, \"x",
        "%5Cn%5cu0041 %5C%6e, An",
        "%26lt%3b %5cu0041 \\u002541, <AA",
      })
  void an_escape_is_replaced_also_within_another(String escapes, String expected) {
    var text = escapes.replace(" ", "");
    for (int step = 1; step <= text.length(); step++) {
      assertThat(unescaped(text, step)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%4",
        "%4g",
        "%g4",
        "%%",
        "&",
        "&;",
        "&amp",
        "&nosuch;",
        "&#;",
        "&#x;",
        "&#x110000;",
        "&#12345678;",
        "&aaaaaaaaaaaaaaa;",
        "\\u004",
        "\\u004g",
        "\\ux041",
        "\\x4",
        "\\xg4",
        "u0041",
        "x41",
        "[0c41]",
        "[1x41]",
        ";",
        "]",
        "amp;",
        "#65;"
      })
  void what_is_no_escape_stays_as_it_is(String text) {
    assertThat(unescaped(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\r\n",
        "\n\n",
        "\n \t ",
        "\\\n",
        "\\\r\n  ",
        "\\n",
        "\\r\\n  ",
        "\\\\n",
        "&#10;",
        "&#13;&#10;  ",
        "%0D%0A",
        "\\u000a",
        "\n  \\n"
      })
  void a_line_break_disappears_with_its_backslash_and_its_indent(String lineBreak) {
    for (int step = 1; step <= lineBreak.length() + 4; step++) {
      assertThat(unescaped("ab" + lineBreak + "cd", step)).isEqualTo("abcd");
    }
  }

  @Test
  void blanks_that_are_no_indent_stay() {
    assertThat(unescaped("a b \nc\td")).isEqualTo("a<20>b<20>c<09>d");
  }

  @Test
  void a_text_can_have_any_number_of_escapes_in_each_other() {
    assertThat(unescaped("%3".repeat(100_000) + "4")).isEqualTo("4");
    assertThat(unescaped("%" + "25".repeat(100_000) + "41")).isEqualTo("A");
    assertThat(unescaped("&" + "amp;".repeat(100_000) + "lt;")).isEqualTo("<");
  }

  @Test
  void each_byte_of_another_text_stays() {
    assertThat(unescaped("\0\u0001\u000bä\u007f")).isEqualTo("<00><01><0b><c3><a4><7f>");
  }
}
