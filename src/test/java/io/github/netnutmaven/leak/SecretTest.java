package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  @Test
  void a_short_secret_is_counted_in_characters() {
    assertThat(new Secret("the secret", "fake-Pa").isTooShort()).isTrue();
    assertThat(new Secret("the secret", "🔑🔑🔑🔑").isTooShort()).isTrue();
    assertThat(new Secret("the secret", "fake-Pa5").isTooShort()).isFalse();
  }

  @Test
  void it_shows_its_name_alone() {
    assertThat(new Secret("the secret", "fake-Pa5")).hasToString("the secret");
  }
}
