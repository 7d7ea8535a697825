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
    "a/**/**, a/b, true",
    "**/a/**, a/b, true",
    "**/a/**, x/y/a/b, true",
    "**/a/**, x/ya/b, false",
    "**/**/c, c, true",
    "a**/c, ab/c, true",
    "a**/c, a/b/c, false",
    "a?c, abc, true",
    "a?c, a/c, false",
    "a*c/d, abbbc/d, true",
    "a*c/d, ab/c/d, false",
    "a\\b, a/b, true",
    "a//b, a/b, true",
    "./a, a, true",
    "a.c, abc, false",
    "a(b[c]+$, a(b[c]+$, true",
    "A, a, false",
  })
  void a_pattern_matches_the_same_paths_as_in_ant(String pattern, String path, boolean matches) {
    assertThat(new AntPatterns(List.of(pattern)).match(path)).isEqualTo(matches);
  }

  @Test
  void a_path_matches_if_it_matches_any_pattern_and_blank_patterns_are_ignored() {
    var patterns = new AntPatterns(List.of("*.a", " *.b ", " "));

    assertThat(patterns.isEmpty()).isFalse();
    assertThat(patterns.match("x.b")).isTrue();
    assertThat(patterns.match("")).isFalse();
    assertThat(new AntPatterns(List.of(" ")).isEmpty()).isTrue();
  }
}
