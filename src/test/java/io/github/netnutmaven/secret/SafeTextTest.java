package io.github.netnutmaven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
  private static final String SECRET = "fake-\"Pa55&word<\\é";

  @ParameterizedTest
  @CsvSource({
    "Invalid email or password, Invalid email or password",
    "'::add-mask::x', ': :add-mask: :x'",
    "'a ::: b', 'a : : : b'",
    "'##vso[task.setsecret]x', '# #vso[task.setsecret]x'",
    "'#### a', '# # # # a'",
    "'http://a:1 #1', 'http://a:1 #1'",
    "'umläut 🔑', 'umläut 🔑'",
  })
  void is_shown_so_that_no_ci_server_takes_it_for_a_command(String text, String shown) {
    assertThat(SafeText.oneLine(text)).isEqualTo(shown);
  }

  @Test
  void a_shown_text_is_one_line_without_control_characters() {
    assertThat(SafeText.oneLine("a\nb\rc\td\0e\u001b[31mf\u2028g\u202eh\u0085i\ud800j"))
        .isEqualTo("a\\nb\\rc\\td\\u0000e\\u001b[31mf\\u2028g\\u202eh\\u0085i\\ud800j");
  }

  @Test
  void a_shown_text_is_cut_at_200_characters_but_not_within_one() {
    assertThat(SafeText.oneLine("x".repeat(200))).isEqualTo("x".repeat(200));
    assertThat(SafeText.oneLine("x".repeat(201))).isEqualTo("x".repeat(199) + "…");
    assertThat(SafeText.oneLine("x".repeat(198) + "🔑🔑")).isEqualTo("x".repeat(198) + "…");
    assertThat(SafeText.oneLine("x".repeat(198) + "🔑xx")).isEqualTo("x".repeat(198) + "…");
    assertThat(SafeText.oneLine("::".repeat(10_000))).hasSize(200).doesNotContain("::");
  }

  @Test
  void a_shown_text_hides_a_secret() {
    assertThat(SafeText.oneLine("no " + SECRET + ", no " + SECRET, SECRET))
        .isEqualTo("no ***, no ***");
    assertThat(SafeText.oneLine("nothing to hide", "")).isEqualTo("nothing to hide");
  }
}
