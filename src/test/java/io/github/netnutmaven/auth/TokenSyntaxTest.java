package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenSyntaxTest {
  @Test
  void visible_ascii_is_good_but_for_what_shells_and_maven_interpret() {
    for (char c = 0; c <= 0x2ff; c++) {
      boolean good = c > 0x20 && c < 0x7f && "\"\\${}".indexOf(c) < 0;
      assertThat(TokenSyntax.problem("a" + c + "b").isEmpty())
          .as("character %d", (int) c)
          .isEqualTo(good);
    }
  }

  @Test
  void has_a_length() {
    assertThat(TokenSyntax.problem("")).isPresent();
    assertThat(TokenSyntax.problem("x".repeat(8192))).isEmpty();
    assertThat(TokenSyntax.problem("x".repeat(8193))).isPresent();
  }

  @Test
  void a_flaw_does_not_show_the_token() {
    assertThat(TokenSyntax.problem("fake secret").orElseThrow()).doesNotContain("secret");
  }
}
