package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.secret.Secret;
import io.github.netnutmaven.secret.SecretPattern;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** There is a pattern for each encoding, with its name. */
class SecretPatternTest {
  private static final String SECRET = "fake-wört";
  private static final Charset LATIN1 = StandardCharsets.ISO_8859_1;

  private static final SearchedStream SEARCH = Planted.searchFor(SECRET);

  private static String found(byte[] text) {
    return Planted.found(SEARCH, text);
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
  void a_secret_is_found_with_all_its_characters_escaped(String text) {
    assertThat(found(Planted.bytes(text))).isEqualTo("the secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void a_secret_is_found_in_utf_16(String charset) {
    assertThat(found(SECRET.getBytes(Charset.forName(charset)))).isEqualTo("the secret, in UTF-16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
  void a_secret_is_found_in_base64_and_hex_of_either_charset(String charset) {
    var bytes = SECRET.getBytes(Charset.forName(charset));
    var hex = HexFormat.of().formatHex(bytes);

    assertThat(found(Planted.bytes(hex))).isEqualTo("the secret, in hex");
    assertThat(found(Planted.bytes(hex.toUpperCase(Locale.ROOT)))).isEqualTo("the secret, in hex");
    for (var before : List.of("", "a", "ab")) {
      var text = before + new String(bytes, LATIN1) + "!";
      assertThat(found(Base64.getEncoder().encode(text.getBytes(LATIN1))))
          .as("after '%s'", before)
          .isEqualTo("the secret, in Base64");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fake pw \\new", "fake+\\tab", "fake-\\u0041\\x41"})
  void a_secret_with_a_backslash_is_found_with_all_its_characters_escaped(String secret) {
    var search = Planted.searchFor(secret);
    for (var form : List.of("%%%02x", "\\x%02x", "\\u%04X", "&#x%x;", "&#%d;")) {
      var text = secret.chars().mapToObj(c -> String.format(form, c)).collect(Collectors.joining());
      assertThat(Planted.found(search, Planted.bytes(text))).as(text).isEqualTo("the secret");
    }
  }

  @Test
  void a_digit_of_base64_that_a_neighbour_shares_is_not_compared() {
    var search = Planted.searchFor("fake-abc");
    for (var before : List.of("", "a", "ab", "abc")) {
      for (var after : List.of("", "\0", "\177", "cd")) {
        var text = Planted.bytes(before + "fake-abc" + after);
        assertThat(Planted.found(search, Base64.getEncoder().encode(text))).isNotEmpty();
      }
    }
  }

  @Test
  void a_secret_with_characters_beyond_latin_1_has_no_patterns_of_its_latin_1_bytes() {
    int count = SecretPattern.of(new Secret("it", "fake-w\u00ffrt")).size();

    assertThat(SecretPattern.of(new Secret("it", "fake-w\u0100rt"))).hasSizeLessThan(count);
  }

  @Test
  void no_pattern_prints_the_secret() {
    assertThat(SecretPattern.of(new Secret("it", SECRET)))
        .extracting(SecretPattern::toString)
        .contains("it", "it, in UTF-16", "it, in Base64", "it, in hex")
        .doesNotContain(SECRET);
  }
}
