package io.github.netnutmaven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets of any alphabet and length, in each encoding that a careless server may repeat. */
class SafeTextSecretsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fake-Pa55word-for-tests",
        "!\"$%&/()=?<>;#",
        "пароль<тайна>",
        "密码&密码",
        "🔑🔑\"🔑",
        "p&ss<w",
        "a\tb\\c\"d'",
        "~?>~?>~?>~",
        "50%+41%2B",
        "! ä + ! ?",
        "\\u0041\\n&#65;&lt;",
      })
  void are_not_shown_however_they_are_encoded(String secret) {
    var base64 =
        Stream.of("", ":", "me")
            .map(before -> before + secret + "\u0001\u0002")
            .flatMap(WrittenForms::base64);
    assertThat(Stream.concat(WrittenForms.escaped(secret), base64))
        .allSatisfy(
            disguise ->
                assertThat(SafeText.oneLine("No account with " + disguise + " here", secret))
                    .isIn(
                        "(not shown: it repeats a secret)",
                        disguise.equals(secret) ? "No account with *** here" : ""));
  }

  @Test
  void the_longer_of_two_that_begin_alike_is_hidden_whole() {
    assertThat(SafeText.oneLine("no fake-1-rest, no fake-1", "fake-1", "fake-1-rest"))
        .isEqualTo("no ***, no ***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100 % of it; a+b & c < d > e \\ f",
        "%zz %4 % \\u12 \\x \\",
        "&#x110000; &#xd800; &#; &nosuch; &amp",
        "%ff%fe",
      })
  void what_is_no_secret_is_shown_as_it_is_however_odd(String text) {
    assertThat(SafeText.oneLine(text, "fake-Pa55word-for-tests")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FAKE-PA55WORD-FOR-TESTS",
        "FAKE%2dPA55WORD%2DFOR%2DTESTS",
        "FAKE\\u002DPA55WORD\\u002DFOR\\u002DTESTS",
        "FAKE&#x2D;PA55WORD&#45;FOR&hyphen;TESTS",
        "fake%2DPa55word\\u002Dfor&#45;tests",
        "f a k e   p a 5 5 w o r d   f o r   t e s t s",
      })
  void are_known_by_their_letters_whatever_is_between_them(String disguise) {
    assertThat(SafeText.oneLine("No: " + disguise, "fake-Pa55word-for-tests"))
        .isEqualTo("(not shown: it repeats a secret)");
  }

  @Test
  void a_secret_is_recognised_by_eight_letters_but_not_by_fewer() {
    assertThat(SafeText.oneLine("no FAKE 1234", "fake-1234"))
        .isEqualTo("(not shown: it repeats a secret)");
    assertThat(SafeText.oneLine("no FAKE 123", "fake-123")).isEqualTo("no FAKE 123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "xy", "xyz", "xyzz", "é"})
  void a_short_secret_does_not_hide_everything(String secret) {
    assertThat(SafeText.oneLine("No account here", secret)).isEqualTo("No account here");
  }
}
