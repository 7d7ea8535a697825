package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is found wherever it is in a stream, and however the stream is read. */
class SearchedStreamTest {
  private static final String TOKEN = "fake-token-for-tests";
  private static final byte[] FORM =
      Planted.bytes(Base64.getEncoder().encodeToString(Planted.bytes("me:" + TOKEN)));
  private static final int STEP = 1 << 16;

  private final SearchedStream search = Planted.searchFor(TOKEN);
  private final byte[] content = new byte[4 * STEP];

  private String found(int offset, int piece) throws IOException {
    System.arraycopy(FORM, 0, content, offset, FORM.length);
    search.open(inPieces(piece));
    search.drain();
    Arrays.fill(content, offset, offset + FORM.length, (byte) 0);
    return search.finish().toString();
  }

  private InputStream inPieces(int piece) {
    return new ByteArrayInputStream(content) {
      @Override
      public synchronized int read(byte[] bytes, int from, int length) {
        return super.read(bytes, from, Math.min(piece, length));
      }
    };
  }

  private void open(String text) {
    search.open(new ByteArrayInputStream(Planted.bytes(text)));
  }

  @Test
  void a_secret_is_found_wherever_the_buffer_slides() throws IOException {
    // More than any pattern of the token has bytes.
    int reach = 4 * TOKEN.length();
    for (int slide = STEP; slide < content.length - STEP; slide += STEP) {
      for (int offset = slide - reach; offset < slide + reach; offset += 5) {
        assertThat(found(offset, STEP)).as("at %s", offset).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 511, 8192, STEP, 4 * STEP})
  void a_secret_is_found_in_whatever_pieces_the_stream_is_read(int piece) throws IOException {
    assertThat(found(70_000, piece)).isNotEmpty();
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
  void a_stream_can_be_read_byte_by_byte() throws IOException {
    open(TOKEN + "\0\u00ff");
    for (byte b : Planted.bytes(TOKEN + "\0\u00ff")) {
      assertThat(search.read()).isEqualTo(b & 0xff);
    }
    assertThat(search.read()).isEqualTo(-1);
    assertThat(search.finish()).hasToString("the secret");
  }

  @Test
  void what_is_read_or_skipped_comes_once_and_in_order() throws IOException {
    open("12345" + TOKEN + "67");

    assertThat(search.format("a.txt")).isEqualTo(FileFormat.PLAIN);
    assertThat(search.read(new byte[64], 0, 4)).isEqualTo(4);
    assertThat(search.read()).isEqualTo('5');
    assertThat(search.skip(TOKEN.length())).isEqualTo(TOKEN.length());
    assertThat(search.available()).isEqualTo(2);
    assertThat(search.readAllBytes()).isEqualTo(Planted.bytes("67"));
    assertThat(search.available()).isZero();
    assertThat(search.finish()).hasToString("the secret");
  }

  @Test
  void only_what_was_read_is_searched_when_the_rest_cannot_be_read() throws IOException {
    open(TOKEN);

    assertThat(search.finish().isEmpty()).isTrue();
    assertThat(search.read()).isEqualTo('f');
    assertThat(search.finish()).hasToString("the secret");
  }

  @Test
  void an_escaped_secret_is_found_in_the_first_bytes_after_an_archive() throws IOException {
    search.open(new ByteArrayInputStream(Planted.zip("a", new byte[9])));
    assertThat(search.format("a.zip")).isEqualTo(FileFormat.ZIP);
    open(TOKEN.replace("-", "%2D"));
    assertThat(search.format("a.txt")).isEqualTo(FileFormat.PLAIN);
    search.drain();

    assertThat(search.finish()).hasToString("the secret");
  }
}
