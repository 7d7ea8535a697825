package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to write a character, and no other. */
class EncodingsTest {
  @ParameterizedTest
  @ValueSource(chars = {'0', '9', 'A', 'Z', 'a', 'z'})
  void letters_and_digits_are_never_escaped(char c) {
    assertThat(Encodings.of(c)).containsExactly(String.valueOf(c));
  }

  @ParameterizedTest
  @ValueSource(chars = {'/', ':', '@', '[', '`', '{'})
  void the_neighbours_of_letters_and_digits_are_escaped(char c) {
    assertThat(Encodings.of(c)).hasSizeGreaterThan(1);
  }

  @Test
  void a_sign_is_escaped_for_urls_json_and_xml_and_once_more_in_another_format() {
    assertThat(Encodings.of('/'))
        .containsExactlyInAnyOrder(
            ("/ %2f %2F %252f %252F \\u002f \\u002F \\\\u002f \\\\u002F &#x2f; &#x2F; "
                    + "&#47; &amp;#x2f; &amp;#x2F; &amp;#47; \\/ \\\\/")
                .split(" ", -1));
  }

  @Test
  void a_quotation_mark_is_escaped_in_a_string_and_an_attribute_too() {
    assertThat(Encodings.of('"'))
        .contains("\"", "&quot;", "&amp;quot;", "\\\"", "\\\\\\\"", "\\&quot;");
  }

  @ParameterizedTest
  @CsvSource({
    "32, +",
    "32, '\\ '",
    "10, \\n",
    "13, \\r",
    "9, \\t",
    "8, \\b",
    "12, \\f",
    "38, &amp;",
    "38, \\&",
    "60, &lt;",
    "60, \\<",
    "62, &gt;",
    "62, \\>",
    "39, &apos;",
    "39, \\'",
    "33, \\!",
  })
  void some_characters_have_a_special_escape(int character, String escape) {
    assertThat(Encodings.of(character)).contains(escape);
  }

  @Test
  void an_umlaut_is_written_in_two_charsets_and_as_in_a_wire_log() {
    assertThat(readable(Encodings.of('ä')))
        .containsExactlyInAnyOrder(
            ("<c3><a4> <e4> %c3%a4 %C3%A4 %e4 %E4 %25c3%25a4 %25C3%25A4 %25e4 %25E4 "
                    + "\\u00e4 \\u00E4 \\\\u00e4 \\\\u00E4 &#xe4; &#xE4; &amp;#xe4; &amp;#xE4; "
                    + "&#228; &amp;#228; [0xc3][0xa4] [0xffffffc3][0xffffffa4]")
                .split(" ", -1));
  }

  @Test
  void a_character_of_two_surrogates_is_written_as_one_or_as_two() {
    assertThat(readable(Encodings.of(0x1f511)))
        .contains(
            "<f0><9f><94><91>",
            "<ed><a0><bd><ed><b4><91>",
            "%f0%9f%94%91",
            "\\ud83d\\udd11",
            "\\uD83D\\uDD11",
            "&#x1f511;",
            "&#x1F511;",
            "&#xd83d;&#xdd11;",
            "&#128273;",
            "&#55357;&#56593;",
            "[0xf0][0x9f][0x94][0x91]")
        .doesNotContain("<11>");
  }

  @Test
  void characters_at_the_limits_of_the_charsets_have_their_bytes() {
    assertThat(readable(Encodings.of(0x7ff)))
        .contains("<df><bf>")
        .noneMatch(s -> s.startsWith("<e"));
    assertThat(readable(Encodings.of(0x800)))
        .filteredOn(s -> s.startsWith("<"))
        .containsExactly("<e0><a0><80>");
    assertThat(readable(Encodings.of(0x100))).doesNotContain("<00>");
    assertThat(readable(Encodings.of(0xff))).contains("<ff>");
    assertThat(readable(Encodings.of(0x80))).contains("[0xc2][0x80]");
    assertThat(Encodings.of(0x7f)).contains("\\\u007f").noneMatch(s -> s.startsWith("[0x"));
  }

  /** Bytes that are not ASCII in angle brackets. */
  private static Set<String> readable(Set<String> encodings) {
    return encodings.stream().map(EncodingsTest::readable).collect(Collectors.toSet());
  }

  private static String readable(String encoding) {
    var text = new StringBuilder();
    for (byte b : encoding.getBytes(StandardCharsets.ISO_8859_1)) {
      text.append(b >= ' ' ? String.valueOf((char) b) : String.format("<%02x>", b));
    }
    return text.toString();
  }
}
