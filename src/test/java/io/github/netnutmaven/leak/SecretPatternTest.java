package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text has a pattern only if it has all symbols, from the first to the last. */
class SecretPatternTest {
  private static final Secret SECRET = new Secret("it", "");
  private static final SecretPattern PATTERN =
      new SecretPattern(
          SECRET, ", odd", List.of(List.of("a", "%61"), List.of("b"), List.of("c", "%63")));

  /** Whether it is around the {@code b}. */
  private static boolean isIn(String text) {
    var bytes = Planted.bytes(text);
    return PATTERN.isAround(bytes, bytes.length, text.indexOf('b'), 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "%61bc",
        "ab%63",
        "xabcx",
        "a\nbc",
        "ab\r\n c",
        "a\\nb&#10;c",
        "a\n\t  \tb\r\n        c",
        "a\\\nb\\\r\n    c",
        "a&#13;\n  b\\r\\nc",
        "x%61\n b%63x"
      })
  void a_text_may_write_each_symbol_in_another_way_with_a_line_break_between_two(String text) {
    assertThat(isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b",
        "ab",
        "bc",
        "xbc",
        "abx",
        "61bc",
        "ab%6",
        "a\n\nbc",
        "ab \nc",
        "a\\\\\nbc",
        "a\\ b\\c",
        "a bc",
        "\nbc"
      })
  void a_text_lacks_the_pattern_if_a_symbol_is_missing_or_something_else_is_between(String text) {
    assertThat(isIn(text)).isFalse();
  }

  @Test
  void bytes_after_the_end_of_the_text_are_not_compared() {
    assertThat(PATTERN.isAround(Planted.bytes("abc"), 3, 1, 1)).isTrue();
    assertThat(PATTERN.isAround(Planted.bytes("abc"), 2, 1, 1)).isFalse();
    assertThat(PATTERN.isAround(Planted.bytes("ab%63"), 4, 1, 1)).isFalse();
  }

  @Test
  void the_symbol_has_to_be_at_the_offset() {
    assertThat(PATTERN.isAround(Planted.bytes("\nabc"), 4, 0, 0)).isFalse();
    assertThat(PATTERN.isAround(Planted.bytes("\nabc"), 4, 1, 0)).isTrue();
    assertThat(PATTERN.isAround(Planted.bytes("abc"), 3, 2, 2)).isTrue();
    assertThat(PATTERN.isAround(Planted.bytes("a\nbc"), 4, 3, 2)).isTrue();
    assertThat(PATTERN.isAround(Planted.bytes("xbc"), 3, 2, 2)).isFalse();
  }

  @Test
  void a_text_that_can_be_read_in_30_ways_is_read_in_each_of_them() {
    // In 30 ways after 30 symbols; the last symbol fits the longest alone.
    var symbols = new ArrayList<List<String>>(Collections.nCopies(30, List.of("x", "xx")));
    symbols.add(List.of("y"));
    var pattern = new SecretPattern(SECRET, "", symbols);

    for (int length : new int[] {30, 31, 45, 59, 60}) {
      var forwards = Planted.bytes("x".repeat(length) + "y");
      assertThat(pattern.isAround(forwards, forwards.length, 0, 0)).as("%s", length).isTrue();
      assertThat(pattern.isAround(forwards, forwards.length, length, 30)).isTrue();
    }
    var tooFew = Planted.bytes("x".repeat(29) + "y");
    assertThat(pattern.isAround(tooFew, tooFew.length, 0, 0)).isFalse();
    var tooMany = Planted.bytes("x".repeat(61) + "y");
    assertThat(pattern.isAround(tooMany, tooMany.length, 0, 0)).isFalse();
  }

  @Test
  void a_pattern_occupies_at_most_its_longest_symbols_and_some_line_breaks() {
    assertThat(PATTERN.maxBytes()).isEqualTo(3 + 1 + 3 + 1 + 128);
  }

  @Test
  void a_pattern_prints_its_secret_s_name_and_its_encoding() {
    assertThat(PATTERN).hasToString("it, odd");
    assertThat(PATTERN.encoding()).isEqualTo(", odd");
  }
}
