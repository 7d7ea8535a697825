package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys of a half are within it, have eight bytes, and are as few as possible. */
class SearchKeysTest {
  /** A pattern of symbols, parted by blanks; the ways to write one are parted by bars. */
  private static SecretPattern pattern(String symbols) {
    return new SecretPattern(
        new Secret("it", ""),
        "",
        Stream.of(symbols.split(" ", -1)).map(s -> List.of(s.split("\\|", -1))).toList());
  }

  private static SearchKeys front(String symbols) {
    return SearchKeys.front(pattern(symbols));
  }

  private static SearchKeys back(String symbols) {
    return SearchKeys.back(pattern(symbols));
  }

  private static void assertKeys(SearchKeys actual, int symbol, String... keys) {
    assertThat(actual.symbol()).isEqualTo(symbol);
    assertThat(actual.keys())
        .extracting(
            key ->
                new String(
                    ByteBuffer.allocate(SearchKeys.SIZE).putLong(key).array(),
                    StandardCharsets.ISO_8859_1))
        .containsExactlyInAnyOrder(keys);
  }

  @Test
  void a_long_pattern_has_keys_in_either_half() {
    var symbols = "a b c d e f g h i j k l m n o p";

    assertKeys(front(symbols), 0, "abcdefgh");
    assertKeys(back(symbols), 8, "ijklmnop");
  }

  @Test
  void keys_do_not_cross_the_middle_even_if_there_would_be_fewer() {
    var symbols = "a|A b c d e f g h i|I j k l m n o p";

    assertKeys(front(symbols), 0, "abcdefgh", "Abcdefgh");
    assertKeys(back(symbols), 8, "ijklmnop", "Ijklmnop");
  }

  @Test
  void a_short_pattern_has_keys_anywhere() {
    var symbols = "a|A b|B c|C d|D e|E f|F g|G h i j k l m n o";

    assertKeys(front(symbols), 7, "hijklmno");
    assertThat(back(symbols)).isEqualTo(front(symbols));
  }

  @Test
  void two_symbols_of_eight_bytes_have_keys_in_either_half() {
    assertKeys(front("12345678 abcdefgh"), 0, "12345678");
    assertKeys(back("12345678 abcdefgh"), 1, "abcdefgh");
  }

  @Test
  void the_first_of_several_symbols_with_equally_many_keys_is_taken() {
    var keys = front("a|A b|B c|C d|D e|E f|F g|G h|H i|I");

    assertThat(keys.symbol()).isZero();
    assertThat(keys.keys()).hasSize(256);
  }

  @Test
  void a_key_may_be_within_one_symbol_if_every_way_to_write_it_is_long_enough() {
    assertKeys(front("a|A 12345678"), 1, "12345678");
    assertThat(front("a|A 1234567|123456789").symbol()).isZero();
    assertKeys(front("12345 6789"), 0, "12345678");
  }

  @Test
  void bytes_are_unsigned() {
    assertKeys(front("\u00ff b \u0080 d e f g h"), 0, "\u00ffb\u0080defgh");
  }

  @Test
  void a_pattern_of_fewer_than_eight_bytes_has_no_keys() {
    assertThat(front("a b c").keys()).isEmpty();
  }
}
