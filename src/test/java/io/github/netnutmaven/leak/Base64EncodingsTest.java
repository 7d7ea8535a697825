package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A digit of the secret alone is one; a digit that it shares with a neighbour is several. */
class Base64EncodingsTest {
  private static final String SECRET = "fake-secret";

  @ParameterizedTest
  @CsvSource({"0, 0, 15, 1, 4", "1, 1, 15, 4, 1", "2, 2, 16, 16, 16"})
  void there_are_as_many_digits_as_have_bits_of_the_secret(
      int preceding, int firstDigit, int count, int first, int last) {
    var digits = Base64Encodings.of(SECRET, preceding);

    assertThat(digits).hasSize(count);
    assertThat(digits.get(0)).hasSize(first);
    assertThat(digits.get(count - 1)).hasSize(last);
    assertThat(digits.subList(1, count - 1)).allSatisfy(d -> assertThat(d).hasSize(1));
    for (var neighbours : new String[][] {{"\0\0", "\0\0\0"}, {"\177\177", "\177\177\177"}}) {
      var text = neighbours[0].substring(0, preceding) + SECRET + neighbours[1];
      var base64 = Base64.getEncoder().encodeToString(Planted.bytes(text));
      for (int i = 0; i < count; i++) {
        assertThat(digits.get(i)).contains(base64.substring(firstDigit + i, firstDigit + i + 1));
      }
    }
  }

  @Test
  void two_digits_have_another_character_in_urls() {
    // 62, 63, 63, 62
    var digits = Base64Encodings.of("\u00fb\u00ff\u00fe", 0);

    assertThat(digits.get(0)).contains("+", "-", "%2B").doesNotContain("_", "/");
    assertThat(digits.get(1)).contains("/", "_", "%2F").doesNotContain("-", "+");
    assertThat(digits.get(3)).contains("+", "-");
  }
}
