package io.github.netnutmaven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secret is masked in every encoding, however the stream is divided; the rest stays. */
@Timeout(60)
class MaskedStreamTest {
  private static final String TOKEN = "eyJfake.to/ken+of~tests=&with<signs>'0123456789";

  private final Given given = new Given();
  private final ByteArrayOutputStream target = new ByteArrayOutputStream();
  private final MaskedStream stream = masked(TOKEN);

  static Stream<String> encodings() {
    var utf16 =
        Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
            .map(charset -> new String(TOKEN.getBytes(charset), StandardCharsets.ISO_8859_1));
    var base64 =
        Stream.of("", "a", "ab").map(before -> before + TOKEN).flatMap(WrittenForms::base64);
    return Stream.of(WrittenForms.escaped(TOKEN), utf16, base64).flatMap(forms -> forms);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void no_encoding_passes_wherever_the_stream_is_divided(String secret) throws IOException {
    var text = bytes("before \n" + secret + "\nafter\n");
    for (int at = 0; at <= text.length; at++) {
      for (boolean isPause : new boolean[] {false, true}) {
        target.reset();
        give(Arrays.copyOfRange(text, 0, at));
        if (isPause) {
          stream.passPart();
        }
        give(Arrays.copyOfRange(text, at, text.length));
        stream.passPart();

        assertThat(target.toString(StandardCharsets.ISO_8859_1))
            .as("divided at %s", at)
            .matches("(?s)before \n.{0,24}\\*\\*\\*.{0,8}\nafter\n");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void no_encoding_passes_byte_by_byte_with_pauses(String secret) throws IOException {
    for (var each : bytes(secret + "!\n")) {
      give(new byte[] {each});
      stream.passPart();
    }
    assertThat(target.toString(StandardCharsets.ISO_8859_1))
        .matches("(?s).{0,24}(\\*\\*\\*)+.{0,8}!\n");
  }

  @Test
  void only_the_secret_is_replaced() throws IOException {
    give(bytes("a" + TOKEN + "b" + TOKEN + "\n  " + TOKEN + "\n\n" + TOKEN.substring(1) + "\n"));

    assertThat(target).hasToString("a***b***\n  ***\n\n" + TOKEN.substring(1) + "\n");
  }

  @Test
  void bytes_that_are_no_text_stay() throws IOException {
    var random = new Random(7);
    var all = new ByteArrayOutputStream();
    for (int i = 0; i < 500; i++) {
      var bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      all.writeBytes(bytes);
      give(bytes);
    }
    stream.end();

    assertThat(target.toByteArray()).isEqualTo(all.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"50%\n", "[x] fin\n", "C:\\\n", "?&?\n", "\r\n", "ends with eyJ\n", "\n", "\2\n"})
  void a_whole_line_is_passed_at_once(String line) throws IOException {
    give(bytes(line));

    assertThat(target).hasToString(line.endsWith("eyJ\n") ? "" : line);
    stream.passPart();
    assertThat(target).hasToString(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Password: ", "50%", "[12", "\\", "key", "\r 12 of 40"})
  void a_part_of_a_line_is_passed_after_a_while(String part) throws IOException {
    give(bytes("row\n" + part));
    assertThat(target).hasToString("row\n");

    stream.passPart();
    assertThat(target).hasToString("row\n" + part);
  }

  @Test
  void a_long_beginning_of_the_secret_waits() throws IOException {
    give(bytes(TOKEN.substring(0, 20)));
    stream.passPart();
    assertThat(target).hasToString("");

    give(bytes("#" + TOKEN.substring(0, 20)));
    stream.passPart();
    assertThat(target).hasToString(TOKEN.substring(0, 20) + "#");
  }

  @Test
  void a_secret_that_the_end_cuts_off_is_masked() throws IOException {
    give(bytes("a " + TOKEN.substring(0, TOKEN.length() - 1)));
    stream.end();

    assertThat(target).hasToString("a ***");
  }

  @Test
  void the_rest_is_passed_at_the_end() throws IOException {
    give(bytes("a\nb eyJfa"));
    stream.end();

    assertThat(target).hasToString("a\nb eyJfa");
  }

  @Test
  void an_endless_line_is_passed_in_limited_memory() throws IOException {
    long count = 0;
    for (var part : List.of("x".repeat(50_000), (TOKEN.substring(0, 9) + " ".repeat(50_000)))) {
      for (int i = 0; i < 100; i++) {
        give(bytes(part));
        count += part.length();
        assertThat(target.size()).isGreaterThan((int) count - (1 << 17));
      }
    }
    stream.end();
    assertThat(target.size()).isEqualTo((int) count);
  }

  @Test
  void a_secret_that_is_folded_within_the_largest_one_is_masked() throws IOException {
    var large =
        new Random(1)
            .ints(8192, 'A', 'Z')
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    var masked = masked(large);
    var text = Base64.getMimeEncoder(76, bytes("\n")).encodeToString(bytes("ab" + large)) + "\n";
    for (int from = 0; from < text.length(); from += 100) {
      give(masked, bytes(text.substring(from, Math.min(text.length(), from + 100))));
    }
    masked.end();

    assertThat(target.toString(StandardCharsets.ISO_8859_1)).matches("...\\*\\*\\*.{0,3}\n");
  }

  private MaskedStream masked(String secret) {
    return new MaskedStream(
        new MultiPatternMatcher(List.of(new Secret("the token", secret))), given, target);
  }

  private void give(byte[] bytes) throws IOException {
    give(stream, bytes);
  }

  private void give(MaskedStream masked, byte[] bytes) throws IOException {
    given.next = new ByteArrayInputStream(bytes);
    while (masked.pass()) {
      // Until all is read.
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A pipe with what was given last. */
  private static final class Given extends InputStream {
    private InputStream next = InputStream.nullInputStream();

    @Override
    public int available() throws IOException {
      return next.available();
    }

    @Override
    public int read() throws IOException {
      return next.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return next.read(bytes, from, length);
    }
  }
}
