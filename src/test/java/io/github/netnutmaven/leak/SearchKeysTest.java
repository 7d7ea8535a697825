package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A piece lies in its half, has eight bytes, and is taken where there are fewest. */
class SearchKeysTest {
  /** One with these symbols; the ways in which each is written are parted by bars. */
  private static SearchKeys searchKeys(String... symbols) {
    var all = new ArrayList<List<String>>();
    for (var symbol : symbols) {
      all.add(List.of(symbol.split("\\|", -1)));
    }
    return new SearchKeys(new SecretPattern(new Secret("it", ""), "", all));
  }

  private static String[] symbols(String text) {
    return text.split(" ", -1);
  }

  private static Set<String> texts(SearchKeys.Anchor anchor) {
    return anchor.pieces().stream().map(SearchKeysTest::text).collect(Collectors.toSet());
  }

  private static String text(long piece) {
    var bytes = new byte[SearchKeys.SIZE];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (piece >>> (8 * (7 - i)));
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void a_long_needle_has_one_in_either_half() {
    var searchKeys = searchKeys(symbols("a b c d e f g h i j k l m n o p"));

    assertThat(searchKeys.front().symbol()).isZero();
    assertThat(texts(searchKeys.front())).containsExactly("abcdefgh");
    assertThat(searchKeys.back().symbol()).isEqualTo(8);
    assertThat(texts(searchKeys.back())).containsExactly("ijklmnop");
  }

  @Test
  void none_crosses_the_middle_though_there_were_fewer_beyond() {
    var searchKeys = searchKeys(symbols("a|A b c d e f g h i|I j k l m n o p"));

    assertThat(searchKeys.front().symbol()).isZero();
    assertThat(texts(searchKeys.front())).containsExactlyInAnyOrder("abcdefgh", "Abcdefgh");
    assertThat(searchKeys.back().symbol()).isEqualTo(8);
    assertThat(texts(searchKeys.back())).containsExactlyInAnyOrder("ijklmnop", "Ijklmnop");
  }

  @Test
  void a_short_needle_has_one_anywhere() {
    var searchKeys = searchKeys(symbols("a|A b|B c|C d|D e|E f|F g|G h i j k l m n o"));

    assertThat(searchKeys.front().symbol()).isEqualTo(7);
    assertThat(texts(searchKeys.front())).containsExactly("hijklmno");
    assertThat(searchKeys.back()).isEqualTo(searchKeys.front());
  }

  @Test
  void few_wide_symbols_have_one_in_either_half_too() {
    var searchKeys = searchKeys("12345678", "abcdefgh");

    assertThat(texts(searchKeys.front())).containsExactly("12345678");
    assertThat(texts(searchKeys.back())).containsExactly("abcdefgh");
  }

  @Test
  void of_places_with_as_many_the_first_is_taken() {
    var searchKeys = searchKeys(symbols("a|A b|B c|C d|D e|E f|F g|G h|H i|I"));

    assertThat(searchKeys.front().symbol()).isZero();
    assertThat(searchKeys.front().pieces()).hasSize(256);
  }

  @Test
  void one_symbol_is_enough_if_it_is_wide() {
    assertThat(searchKeys("a|A", "12345678").front())
        .isEqualTo(new SearchKeys.Anchor(1, searchKeys("12345678").front().pieces()));
    assertThat(searchKeys("a|A", "1234567|123456789").front().symbol()).isZero();
    assertThat(texts(searchKeys("12345", "6789").front())).containsExactly("12345678");
  }

  @Test
  void a_byte_is_no_number_with_a_sign() {
    assertThat(texts(searchKeys(symbols("\u00ff b \u0080 d e f g h")).front()))
        .containsExactly("\u00ffb\u0080defgh");
  }

  @Test
  void what_has_fewer_than_eight_bytes_has_none() {
    assertThat(searchKeys("a", "b", "c").front().pieces()).isEmpty();
  }
}
