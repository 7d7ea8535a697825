package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
  @ParameterizedTest
  @EnumSource
  void is_read_as_it_is_written(Verification verification) throws Exception {
    assertThat(Verification.parse(verification.toString())).isEqualTo(verification);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " lenient", "LENIENT", "Strict", "on", "true", "none"})
  void no_other_word_is_taken(String text) {
    assertThatThrownBy(() -> Verification.parse(text))
        .isInstanceOf(UserMistakeException.class)
        .hasMessageContaining("'verify' is '" + text + "'")
        .hasMessageContaining("'lenient', 'strict' or 'off'");
  }
}
