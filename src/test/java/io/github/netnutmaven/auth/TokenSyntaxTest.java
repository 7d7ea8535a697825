package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenSyntaxTest {
  @Test
  void a_token_has_visible_ascii_without_the_characters_of_shells_and_maven() {
    for (char c = 0; c <= 0x2ff; c++) {
      boolean good = c > 0x20 && c < 0x7f && "\"\\${}".indexOf(c) < 0;
      assertThat(TokenSyntax.problem("a" + c + "b").isEmpty())
          .as("character %d", (int) c)
          .isEqualTo(good);
    }
  }

  @Test
  void a_token_has_a_limited_length() {
    assertThat(TokenSyntax.problem("")).isPresent();
    assertThat(TokenSyntax.problem("x".repeat(8192))).isEmpty();
    assertThat(TokenSyntax.problem("x".repeat(8193))).isPresent();
  }

  @Test
  void a_problem_does_not_show_the_token() {
    assertThat(TokenSyntax.problem("fake secret").orElseThrow()).doesNotContain("secret");
  }
}
