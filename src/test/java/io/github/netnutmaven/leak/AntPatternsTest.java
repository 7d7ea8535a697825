package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AntPatternsTest {
  @ParameterizedTest
  @CsvSource({
    "**, a/b/c.txt, true",
    "*.txt, a.txt, true",
    "*.txt, a/a.txt, false",
    "**/*.txt, a.txt, true",
    "**/*.txt, a/b/c.txt, true",
    "**/*.txt, a/b/c.txt.gz, false",
    "a/**, a/b/c, true",
    "a/**, a, true",
    "a/**, ab, false",
    "a/, a/b/c, true",
    "a/**/c, a/c, true",
    "a/**/c, a/b/b/c, true",
    "a/**/c, ac, false",
    "a/**/c, a/bc, false",
    "**/a/**, a/b, true",
    "**/a/**, x/y/a/b, true",
    "**/a/**, x/ya/b, false",
    "**/**/c, c, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "a*c/d, abbbc/d, true",
    "a*c/d, ab/c/d, false",
    "a\\b, a/b, true",
    "./a, a, true",
    "a.c, abc, false",
    "a(b[c]+$, a(b[c]+$, true",
    "A, a, false",
  })
  void a_pattern_means_what_it_means_to_ant(String pattern, String path, boolean meant) {
    assertThat(new AntPatterns(List.of(pattern)).match(path)).isEqualTo(meant);
  }

  @Test
  void of_several_any_one_counts_and_blank_ones_do_not() {
    var patterns = new AntPatterns(List.of("*.a", " *.b ", " "));

    assertThat(patterns.isEmpty()).isFalse();
    assertThat(patterns.match("x.b")).isTrue();
    assertThat(patterns.match("")).isFalse();
    assertThat(new AntPatterns(List.of(" ")).isEmpty()).isTrue();
  }
}
