package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import morfologik.speller.Speller;
import morfologik.stemming.Dictionary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people read is spelled as in Britain: the README, the site, the examples' comments, the
 * plugin's messages, and its Javadoc, which the goals' help is made from. A word that the
 * dictionary lacks, and that is right, goes into {@code src/test/resources/words.txt}.
 */
class ProseTest {
  private static final Path WORDS = Path.of("src/test/resources/words.txt");

  /** What is no prose: code, Javadoc's and HTML's marks, addresses, paths. */
  private static final Pattern MARKS =
      Pattern.compile(
          "(?s)^ *```.*?^ *```$|<style>.*?</style>|`[^`]*`|\\{@[a-z]+ [^}]*}|@[a-z]+ [\\w.]+|<[^>]*>|]\\([^)]*\\)"
              + "|\\$\\{[^}]*}|https?:\\S+|&[a-z]+;|\\S*[/\\\\]\\S*|\\S+@\\S+",
          Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.$*-]+(?:['’]\\p{L}+)?");

  /** A word of a text, not a name out of code: no digit, dot, or capital within. */
  private static final Pattern PLAIN = Pattern.compile("\\p{L}\\p{Ll}+(?:['’]\\p{Ll}+)?");

  /** Comments, and texts of more than one word, which messages are put together from. */
  private static final Pattern JAVA =
      Pattern.compile("(?s)/\\*.*?\\*/|\\s//[^\n]*|'\\\\?\"'|\"(?:[^\"\\\\\n]|\\\\.)*\"");

  private static final Pattern XML_COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);
  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*(?:#(?!!)|//)(.*)$");

  private static Speller speller;
  private static Set<String> own;

  @BeforeAll
  static void reads_the_words() throws IOException {
    var british = Speller.class.getResource("/org/languagetool/resource/en/hunspell/en_GB.dict");
    speller = new Speller(Dictionary.read(british));
    own = new HashSet<>(Files.readAllLines(WORDS));
  }

  static Stream<Path> texts() throws IOException {
    var texts = new ArrayList<>(List.of(Path.of("README.md"), Path.of("src/test/faults.md")));
    texts.addAll(files("src/site", ".*\\.(md|svg)"));
    texts.addAll(files("src/main/java", ".*\\.java"));
    texts.addAll(files("examples", ".*(\\.java|\\.xml|\\.yml|\\.sh|Jenkinsfile)"));
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void is_spelled_right(Path text) throws IOException {
    var wrong = new TreeSet<String>();
    words(text).filter(ProseTest::isMisspelled).forEach(wrong::add);

    assertThat(wrong).as("misspelled in " + text).isEmpty();
  }

  @Test
  void a_slip_is_noticed_and_a_name_out_of_code_is_none() {
    assertThat(isMisspelled("recieve")).isTrue();
    assertThat(isMisspelled("color")).isTrue();
    assertThat(isMisspelled("colour's")).isFalse();
    assertThat(prose(Path.of("a.md"), "Recieve `tokn` from [here](tokn.md), netnut.tokn"))
        .isEqualTo("Recieve   from [here , netnut.tokn");
  }

  private static boolean isMisspelled(String word) {
    var bare = word.replace('’', '\'').replaceFirst("'s$", "");
    return !own.contains(bare) && speller.isMisspelled(bare);
  }

  private static Stream<String> words(Path text) throws IOException {
    return WORD.matcher(prose(text, Files.readString(text)))
        .results()
        .flatMap(match -> Stream.of(match.group().replaceAll("[.*-]+$", "").split("-")))
        .filter(word -> PLAIN.matcher(word).matches());
  }

  private static String prose(Path text, String content) {
    var name = text.toString();
    if (name.matches(".*\\.(md|svg)")) {
      return MARKS.matcher(content).replaceAll(" ");
    }
    var comment =
        name.endsWith(".java") ? JAVA : name.endsWith(".xml") ? XML_COMMENT : LINE_COMMENT;
    var prose =
        comment
            .matcher(content)
            .results()
            .map(MatchResult::group)
            .filter(found -> !found.startsWith("\"") || found.contains(" "))
            .map(found -> found.replaceAll("(?m)^\\s*\\*|\\\\.", " "))
            .collect(Collectors.joining("\n"));
    return MARKS.matcher(prose).replaceAll(" ");
  }

  private static List<Path> files(String root, String name) throws IOException {
    try (var files = Files.walk(Path.of(root))) {
      return files
          .filter(file -> file.toString().matches(name))
          .filter(file -> !file.toString().matches(".*\\Wtarget\\W.*"))
          .sorted()
          .toList();
    }
  }
}
