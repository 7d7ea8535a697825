package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** It does not matter where in a long stream a secret stands, nor in what pieces it comes. */
class StreamSearchTest {
  private static final String TOKEN = "fake-token-for-tests";
  private static final byte[] FORM =
      Planted.bytes(Base64.getEncoder().encodeToString(Planted.bytes("me:" + TOKEN)));

  private final MultiPatternMatcher index =
      new MultiPatternMatcher(List.of(new Secret("the token", TOKEN)));
  private final StreamSearch search = new StreamSearch(index);
  private final byte[] stream = new byte[4 << 16];

  private boolean isFound(int at, int piece) {
    System.arraycopy(FORM, 0, stream, at, FORM.length);
    for (int from = 0; from < stream.length; from += piece) {
      search.feed(stream, from, Math.min(piece, stream.length - from));
    }
    Arrays.fill(stream, at, at + FORM.length, (byte) 0);
    return !search.finish().isEmpty();
  }

  @Test
  void it_is_found_wherever_the_buffer_slides() {
    int step = 1 << 16;
    for (int slide = step; slide < stream.length - step; slide += step) {
      for (int at = slide - 3; at < slide + 3 * index.reach(); at += 7) {
        assertThat(isFound(at, step)).as("at %s", at).isTrue();
      }
    }
  }

  @Test
  void it_is_found_at_the_very_start_and_the_very_end() {
    assertThat(isFound(0, 8192)).isTrue();
    assertThat(isFound(stream.length - FORM.length, 8192)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 511, 8192, 1 << 16, 4 << 16})
  void it_is_found_in_whatever_pieces_it_comes(int piece) {
    assertThat(isFound(70_000, piece)).isTrue();
  }

  @Test
  void one_stream_has_nothing_to_do_with_the_next() {
    search.feed(FORM, 0, FORM.length / 2);
    assertThat(search.finish().isEmpty()).isTrue();
    search.feed(FORM, FORM.length / 2, FORM.length - FORM.length / 2);
    assertThat(search.finish().isEmpty()).isTrue();
  }

  @Test
  void the_longest_token_is_found_too() {
    var longest = "fake-" + "x+/".repeat(2729);
    var found =
        new StreamSearch(new MultiPatternMatcher(List.of(new Secret("the token", longest))));
    var text = Planted.bytes(longest.replace("+", "%2B").replace("/", "%2F"));
    found.feed(stream, 0, stream.length);
    found.feed(text, 0, text.length);

    assertThat(found.finish().isEmpty()).isFalse();
  }
}
