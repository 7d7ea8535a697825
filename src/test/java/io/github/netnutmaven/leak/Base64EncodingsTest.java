package io.github.netnutmaven.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters that are the secret's alone are one each; those shared with a neighbour are several. */
class Base64EncodingsTest {
  private static final String SECRET = "fake-secret";

  private static List<Set<String>> row(int before) {
    return Base64Encodings.of(SECRET, before);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 15, 1, 4", "1, 1, 15, 4, 1", "2, 2, 16, 16, 16"})
  void a_row_has_as_many_letters_as_the_secret_touches(
      int before, int firstLetter, int letters, int first, int last) {
    var row = row(before);

    assertThat(row).hasSize(letters);
    assertThat(row.get(0)).hasSize(first);
    assertThat(row.get(letters - 1)).hasSize(last);
    assertThat(row.subList(1, letters - 1)).allSatisfy(l -> assertThat(l).hasSize(1));
    for (var neighbours : new String[][] {{"\0\0", "\0\0\0"}, {"\177\177", "\177\177\177"}}) {
      var text = neighbours[0].substring(0, before) + SECRET + neighbours[1];
      var base64 = Base64.getEncoder().encodeToString(Planted.bytes(text));
      for (int i = 0; i < letters; i++) {
        assertThat(row.get(i)).contains(base64.substring(firstLetter + i, firstLetter + i + 1));
      }
    }
  }

  @Test
  void the_two_letters_that_urls_have_otherwise_are_written_in_both_ways() {
    // 62, 63, 63, 62
    var row = Base64Encodings.of("\u00fb\u00ff\u00fe", 0);

    assertThat(row.get(0)).contains("+", "-", "%2B").doesNotContain("_", "/");
    assertThat(row.get(1)).contains("/", "_", "%2F").doesNotContain("-", "+");
    assertThat(row.get(3)).contains("+", "-");
  }
}
