package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found wherever it is in a stream, and however the stream is read. */
class TextSearchTest {
  private static final String TOKEN = "fake-token-for-tests";
  private static final byte[] FORM =
      Planted.bytes(Base64.getEncoder().encodeToString(Planted.bytes("me:" + TOKEN)));
  private static final int STEP = 1 << 16;

  private final TextSearch search = Planted.searchFor(TOKEN);
  private final byte[] content = new byte[4 * STEP];

  @Test
  void a_secret_is_found_wherever_the_buffer_slides() {
    // More than any pattern of the token has bytes.
    int reach = 4 * TOKEN.length();
    for (int slide = STEP; slide < content.length - STEP; slide += STEP) {
      for (int offset = slide - reach; offset < slide + reach; offset += 5) {
        System.arraycopy(FORM, 0, content, offset, FORM.length);
        assertThat(Planted.found(search, content)).as("at %s", offset).isNotEmpty();
        Arrays.fill(content, offset, offset + FORM.length, (byte) 0);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 511, 8192, STEP, 4 * STEP})
  void a_secret_is_found_in_whatever_pieces_the_stream_is_read(int piece) throws IOException {
    System.arraycopy(FORM, 0, content, 70_000, FORM.length);
    var pieces =
        new ByteArrayInputStream(content) {
          @Override
          public synchronized int read(byte[] bytes, int from, int length) {
            return super.read(bytes, from, Math.min(piece, length));
          }
        };
    var found = new Matches();
    search.search(pieces, found);

    assertThat(found).hasToString("the secret, in Base64");
  }

  @Test
  void half_a_secret_in_each_of_two_streams_is_not_found() {
    assertThat(Planted.found(search, Arrays.copyOf(FORM, FORM.length / 2))).isEmpty();
    assertThat(Planted.found(search, Arrays.copyOfRange(FORM, FORM.length / 2, FORM.length)))
        .isEmpty();
  }

  @Test
  void the_longest_token_is_found() {
    var longest = "fake-" + "x+/".repeat(2729);
    var encoded = Planted.bytes(longest.replace("+", "%2B").replace("/", "%2F"));

    assertThat(Planted.found(Planted.searchFor(longest), Planted.joined(content, encoded)))
        .isNotEmpty();
  }

  @Test
  void what_was_read_before_a_fault_is_searched() throws IOException {
    var gzip = Planted.gzip(FORM);
    var truncated = new GZIPInputStream(new ByteArrayInputStream(gzip, 0, gzip.length - 4));
    var found = new Matches();

    assertThatThrownBy(() -> search.search(truncated, found)).isInstanceOf(EOFException.class);
    assertThat(found).hasToString("the secret, in Base64");
  }
}
