package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All of a pattern stands there, from its first symbol to its last, or it is not there. */
class SecretPatternTest {
  private static final Secret SECRET = new Secret("it", "");
  private static final SecretPattern NEEDLE =
      new SecretPattern(
          SECRET, ", odd", List.of(List.of("a", "%61"), List.of("b"), List.of("c", "%63")));

  /** Whether it is around the {@code b}. */
  private static boolean isIn(String text) {
    var bytes = Planted.bytes(text);
    return NEEDLE.isAround(bytes, bytes.length, text.indexOf('b'), 1);
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
  void it_is_there_with_each_symbol_in_its_own_way_and_a_break_between(String text) {
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
  void it_is_not_there_if_a_symbol_lacks_or_something_else_is_between(String text) {
    assertThat(isIn(text)).isFalse();
  }

  @Test
  void what_comes_after_the_end_of_the_text_does_not_count() {
    assertThat(NEEDLE.isAround(Planted.bytes("abc"), 3, 1, 1)).isTrue();
    assertThat(NEEDLE.isAround(Planted.bytes("abc"), 2, 1, 1)).isFalse();
    assertThat(NEEDLE.isAround(Planted.bytes("ab%63"), 4, 1, 1)).isFalse();
  }

  @Test
  void it_begins_where_it_is_said_to() {
    assertThat(NEEDLE.isAround(Planted.bytes("\nabc"), 4, 0, 0)).isFalse();
    assertThat(NEEDLE.isAround(Planted.bytes("\nabc"), 4, 1, 0)).isTrue();
    assertThat(NEEDLE.isAround(Planted.bytes("abc"), 3, 2, 2)).isTrue();
    assertThat(NEEDLE.isAround(Planted.bytes("a\nbc"), 4, 3, 2)).isTrue();
    assertThat(NEEDLE.isAround(Planted.bytes("xbc"), 3, 2, 2)).isFalse();
  }

  @Test
  void a_text_that_can_be_read_in_many_ways_is_read_in_each_up_to_a_bound() {
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
  void it_reaches_as_far_as_its_longest_spelling_and_some_line_breaks() {
    assertThat(NEEDLE.reach()).isEqualTo(3 + 1 + 3 + 1 + 128);
  }

  @Test
  void it_is_told_by_its_form() {
    assertThat(NEEDLE).hasToString("it, odd");
    assertThat(NEEDLE.form()).isEqualTo(", odd");
  }
}
