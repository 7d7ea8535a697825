package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a secret is looked for, and is told by its name. */
class SecretPatternsTest {
  private static final String SECRET = "fake-wört";
  private static final Charset LATIN1 = StandardCharsets.ISO_8859_1;

  private static String found(byte[] text) {
    var search = new StreamSearch(new MultiPatternMatcher(List.of(new Secret("it", SECRET))));
    search.feed(text, 0, text.length);
    return search.finish().toString();
  }

  @ParameterizedTest
  @CsvSource({
    "%66%61%6b%65%2d%77%c3%b6%72%74",
    "%66%61%6B%65%2D%77%C3%B6%72%74",
    "\\x66\\x61\\x6b\\x65\\x2d\\x77\\xc3\\xb6\\x72\\x74",
    "\\x66\\x61\\x6B\\x65\\x2D\\x77\\xC3\\xB6\\x72\\x74",
    "\\u0066\\u0061\\u006b\\u0065\\u002d\\u0077\\u00f6\\u0072\\u0074",
    "\\u0066\\u0061\\u006B\\u0065\\u002D\\u0077\\u00F6\\u0072\\u0074",
    "&#x66;&#x61;&#x6b;&#x65;&#x2d;&#x77;&#xf6;&#x72;&#x74;",
    "&#x66;&#x61;&#x6B;&#x65;&#x2D;&#x77;&#xF6;&#x72;&#x74;",
    "&#102;&#97;&#107;&#101;&#45;&#119;&#246;&#114;&#116;",
  })
  void with_all_its_characters_escaped(String text) {
    assertThat(found(Planted.bytes(text))).isEqualTo("it, escaped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void as_some_shells_write_it(String charset) {
    assertThat(found(SECRET.getBytes(Charset.forName(charset)))).isEqualTo("it, in UTF-16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
  void in_base64_and_hex_in_whatever_charset_it_was(String charset) {
    var bytes = SECRET.getBytes(Charset.forName(charset));
    var hex = HexFormat.of().formatHex(bytes);

    assertThat(found(Planted.bytes(hex))).isEqualTo("it, in hex");
    assertThat(found(Planted.bytes(hex.toUpperCase(Locale.ROOT)))).isEqualTo("it, in hex");
    for (var before : List.of("", "a", "ab")) {
      var text = before + new String(bytes, LATIN1) + "!";
      assertThat(found(Base64.getEncoder().encode(text.getBytes(LATIN1))))
          .as("after '%s'", before)
          .isEqualTo("it, in Base64");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
  void as_it_is(String charset) {
    assertThat(found(SECRET.getBytes(Charset.forName(charset)))).isEqualTo("it");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 12})
  void with_a_line_break_in_either_half(int at) {
    var text = "fake-token-12345";
    var search = new StreamSearch(new MultiPatternMatcher(List.of(new Secret("it", text))));
    var broken = Planted.bytes(text.substring(0, at) + "\n" + text.substring(at));
    search.feed(broken, 0, broken.length);

    assertThat(search.finish()).hasToString("it");
  }

  @Test
  void what_latin_1_lacks_has_no_bytes_of_it() {
    assertThat(SecretPatterns.of(new Secret("it", "fake-w\u0101rt")))
        .hasSize(SecretPatterns.of(new Secret("it", SECRET)).size() - 5);
    assertThat(SecretPatterns.of(new Secret("it", "fake-w\u0100rt")))
        .hasSize(SecretPatterns.of(new Secret("it", SECRET)).size() - 5);
    assertThat(SecretPatterns.of(new Secret("it", "fake-w\u00ffrt")))
        .hasSameSizeAs(SecretPatterns.of(new Secret("it", SECRET)));
  }

  @Test
  void none_shows_the_secret() {
    assertThat(SecretPatterns.of(new Secret("it", SECRET)))
        .extracting(SecretPattern::toString)
        .contains("it", "it, escaped", "it, in UTF-16", "it, in Base64", "it, in hex")
        .doesNotContain(SECRET);
  }
}
