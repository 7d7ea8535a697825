package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In whatever way a stream is read, all of it is looked through once. */
class SearchedInputTest {
  private static final String TOKEN = "fake-token";

  private final StreamSearch search =
      new StreamSearch(new MultiPatternMatcher(List.of(new Secret("the token", TOKEN))));

  private SearchedInput input(String text) {
    return new SearchedInput(new ByteArrayInputStream(Planted.bytes(text)), search);
  }

  private void assertFound() {
    assertThat(search.finish()).hasToString("the token");
  }

  @Test
  void byte_by_byte() throws IOException {
    var in = input(TOKEN + "\0\u00ff");
    for (byte b : Planted.bytes(TOKEN + "\0\u00ff")) {
      assertThat(in.read()).isEqualTo(b & 0xff);
    }
    assertThat(in.read()).isEqualTo(-1);
    assertFound();
  }

  @Test
  void all_at_once() throws IOException {
    assertThat(input(TOKEN).read(new byte[64], 0, 64)).isEqualTo(TOKEN.length());
    assertFound();
  }

  @Test
  void what_is_passed_over_is_looked_through_and_no_more_of_it_than_was_asked() throws IOException {
    var in = input(TOKEN + "!");
    assertThat(in.skip(0)).isZero();
    assertThat(in.skip(TOKEN.length())).isEqualTo(TOKEN.length());
    assertThat(in.read()).isEqualTo('!');
    assertThat(in.skip(5)).isZero();
    assertFound();
  }

  @Test
  void nobody_can_go_back_and_have_it_looked_through_twice() {
    assertThat(input(TOKEN).markSupported()).isFalse();
  }
}
