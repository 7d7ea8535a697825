package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailTest {
  @ParameterizedTest
  @CsvSource({
    "dave@example.com, d…@example.com",
    "d@example.com, d…@example.com",
    "'\"a@b\"@example.com', '\"…@example.com'",
    "Ünal@example.com, Ü…@example.com",
    "nobody, n…",
    "@example.com, …",
    "🔑x@h, 🔑…@h",
    "'', …",
    "me@::h##, m…@: :h# #",
  })
  void is_shown_by_its_first_letter_and_its_domain(String email, String shown) {
    assertThat(Email.shortened(email)).isEqualTo(shown);
  }

  @Test
  void a_shortened_email_is_short_and_on_one_line() {
    assertThat(Email.shortened("me@" + "x".repeat(400))).hasSize(200).startsWith("m…@x");
    assertThat(Email.shortened("me@h\nINFO fake")).isEqualTo("m…@h\\nINFO fake");
    assertThat(Email.shortened("\ud83d@h")).isEqualTo("\\ud83d…@h");
  }
}
