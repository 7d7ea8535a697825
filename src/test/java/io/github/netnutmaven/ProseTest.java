package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.SourceFiles;
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
 * Texts are spelled as in Britain: the README, the site, the comments of the examples, and the
 * messages and Javadoc of the plugin, which include the help of its goals. Add a correct word that
 * the dictionary lacks to {@code src/test/resources/words.txt}.
 */
class ProseTest {
  private static final Path WORDS = Path.of("src/test/resources/words.txt");

  /** Not prose: code, tags of Javadoc and HTML, addresses, paths. */
  private static final Pattern MARKS =
      Pattern.compile(
          "(?s)^ *```.*?^ *```$|<style>.*?</style>|`[^`]*`|\\{@[a-z]+ [^}]*}|@[a-z]+ [\\w.]+|<[^>]*>|]\\([^)]*\\)"
              + "|\\$\\{[^}]*}|https?:\\S+|&[a-z]+;|\\S*[/\\\\]\\S*|\\S+@\\S+",
          Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.$*-]+(?:['’]\\p{L}+)?");

  /** A word of a text. A name from code has a digit, a dot or a capital in it. */
  private static final Pattern PLAIN = Pattern.compile("\\p{L}\\p{Ll}+(?:['’]\\p{Ll}+)?");

  /** Comments, and string literals: those of more than one word are parts of messages. */
  private static final Pattern JAVA =
      Pattern.compile("(?s)/\\*.*?\\*/|\\s//[^\n]*|'\\\\?\"'|\"(?:[^\"\\\\\n]|\\\\.)*\"");

  private static final Pattern XML_COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);
  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*(?:#(?!!)|//)(.*)$");

  private static Speller speller;
  private static Set<String> own;

  @BeforeAll
  static void readWords() throws IOException {
    var british = Speller.class.getResource("/org/languagetool/resource/en/hunspell/en_GB.dict");
    speller = new Speller(Dictionary.read(british));
    own = new HashSet<>(Files.readAllLines(WORDS));
  }

  static Stream<Path> texts() throws IOException {
    var texts = new ArrayList<>(List.of(Path.of("README.md"), Path.of("src/test/faults.md")));
    texts.addAll(SourceFiles.below("src/site", ".*\\.(md|svg)"));
    texts.addAll(SourceFiles.below("src/main/java", ".*\\.java"));
    texts.addAll(SourceFiles.below("examples", ".*(\\.java|\\.xml|\\.yml|\\.sh|Jenkinsfile)"));
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
  void a_misspelling_is_noticed_and_a_name_from_code_is_ignored() {
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
}
