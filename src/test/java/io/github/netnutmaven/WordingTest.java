package io.github.netnutmaven;

import static io.github.netnutmaven.testkit.SourceFiles.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts and code use plain English: none of the expressions in {@code
 * src/test/resources/old-words.txt}, and names of tests that can be read alone.
 */
class WordingTest {
  private static final Pattern NAME =
      Pattern.compile(" (?:void|ArchRule) ((?:so|and|but|it|they|nor|neither)_\\w+)");

  static Stream<Path> texts() throws IOException {
    var texts = new ArrayList<>(List.of(Path.of("README.md"), Path.of("pom.xml")));
    texts.addAll(SourceFiles.below("src", ".*\\.(groovy|java|md|properties|svg|xml)"));
    texts.addAll(SourceFiles.below("examples", ".*"));
    return texts.stream().filter(text -> !text.endsWith("WordingTest.java"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void uses_no_old_words(Path text) throws IOException {
    assertThat(withOldWords(Files.readAllLines(text))).as("%s", text).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "In a folder, true",
    "In folder_name, false",
    "'It runs in a thread of its own, and waits', true",
    "A module of its own and a log, true",
    "A log of your own code, false",
    "The file is told, true",
    "'The user is told, as he was told to', false",
    "'Who waits has a limit.', true",
    "Who waits has a limit?, false",
    "the port is that of who started it., false",
  })
  void finds_old_words_but_not_what_resembles_them(String line, boolean isOld) throws IOException {
    assertThat(withOldWords(List.of(line))).hasSize(isOld ? 1 : 0);
  }

  @Test
  void every_name_of_a_test_can_be_read_alone() throws IOException {
    for (var file : SourceFiles.below("src/test/java", ".*(?<!/Wording)Test\\.java")) {
      var code = Files.readString(file);
      assertThat(found(NAME, code)).as("%s", file).isEmpty();
    }
    assertThat(" void so_do_none_and_two() {").matches(".*" + NAME.pattern() + ".*");
  }

  private static List<String> withOldWords(List<String> lines) throws IOException {
    var found = new ArrayList<String>();
    for (var expression : Files.readAllLines(Path.of("src/test/resources/old-words.txt"))) {
      var old = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
      lines.stream().filter(line -> old.matcher(line).find()).forEach(found::add);
    }
    return found;
  }
}
