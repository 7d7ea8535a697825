package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpToTest {
  private static UpTo upToEnd(String text) {
    return new UpTo("</end>", new ByteArrayInputStream(Planted.bytes(text)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8180, 8186, 8187, 8188, 8192, 20_000})
  void a_part_ends_after_the_text_and_the_rest_follows(int length) throws IOException {
    var before = "<</e".repeat(length / 4) + "x".repeat(length % 4) + "</</end>";
    var part = upToEnd(before + "the </end> rest");

    assertThat(part.readAllBytes()).isEqualTo(Planted.bytes(before));
    assertThat(part.isAtEnd()).isTrue();
    assertThat(part.read()).isEqualTo(-1);
    assertThat(part.rest().readAllBytes()).isEqualTo(Planted.bytes("the </end> rest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "</end", "x"})
  void a_part_without_the_text_is_the_whole_stream(String text) throws IOException {
    var part = upToEnd(text);
    for (byte b : Planted.bytes(text)) {
      assertThat(part.read()).isEqualTo(b);
    }

    assertThat(part.read()).isEqualTo(-1);
    assertThat(part.isAtEnd()).isFalse();
    assertThat(part.rest().read()).isEqualTo(-1);
  }
}
