package io.github.netnutmaven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void a_secret_is_too_short_by_its_characters_and_not_its_bytes() {
    assertThat(new Secret("the secret", "fake-Pa").isTooShort()).isTrue();
    assertThat(new Secret("the secret", "🔑🔑🔑🔑").isTooShort()).isTrue();
    assertThat(new Secret("the secret", "fake-Pa5").isTooShort()).isFalse();
  }

  @Test
  void a_secret_prints_its_name_only() {
    assertThat(new Secret("the secret", "fake-Pa5")).hasToString("the secret");
  }
}
