package io.github.netnutmaven.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @ParameterizedTest
  @CsvSource({
    "dave@example.com, d***@example.com",
    "d@example.com, d***@example.com",
    "First.Last+tag_1%x-y@mail-1.example.co.uk, F***@mail-1.example.co.uk",
  })
  void is_shown_by_its_first_letter_and_its_domain(String email, String shown) {
    assertThat(Email.shortened(email)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nobody",
        "@example.com",
        "S3cret@hunter2",
        "S3cret@hunter.2",
        "S3cr!t@hunter.com",
        "S3cret@hunter2@example.com",
        ".a@example.com",
        "me@example.com\nINFO fake",
        "me@example.com ",
        "me@::h##.com",
        "me@.com",
        "Ünal@example.com",
        "unal@exämple.com",
      })
  void what_does_not_look_like_an_email_is_not_shown_at_all(String text) {
    assertThat(Email.shortened(text)).isEqualTo("***");
  }

  @Test
  void an_email_has_at_most_254_characters() {
    var longest = "m".repeat(254 - "@example.com".length()) + "@example.com";

    assertThat(Email.shortened(longest)).isEqualTo("m***@example.com");
    assertThat(Email.shortened("m" + longest)).isEqualTo("***");
  }
}
