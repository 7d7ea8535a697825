package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The snippets of the documentation are copies of lines in files that the tests use, or commands
 * that the tests run, or the page says that they are not run here.
 */
class SnippetsTest {
  private static final String SNIPPETS = "src/test/resources/snippets";
  private static final Pattern BLOCK =
      Pattern.compile("^( *)```(?!text)\\w+\\R(.*?)^\\1```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** What the reader of a page learns about commands that no test runs. */
  private static final Pattern NOT_RUN =
      Pattern.compile("not run here[^\n]*\\s+\\z|^No test runs these steps", Pattern.MULTILINE);

  /** A build of this project, perhaps of a new clone, with one of its profiles. */
  private static final Pattern OWN_BUILD =
      Pattern.compile(
          "(?:git clone .*\\Rcd .*\\R)?mvn (?:-P(\\w+) )?(?:verify|install)|\\.ci/\\w+");

  private static final int SHORT = 3;

  /** A code block of a page, and the page before it. */
  record Snippet(Path page, String before, String text) {
    @Override
    public String toString() {
      return page + ": " + text.strip().lines().findFirst().orElse("");
    }

    boolean isMarked() {
      return NOT_RUN.matcher(before).find();
    }

    /** Whether an integration test runs all commands of the page, or this is a profile's. */
    boolean isRun() throws IOException {
      var own = OWN_BUILD.matcher(text.strip());
      if (own.matches()) {
        return own.group(1) == null
            || Files.readString(Path.of("pom.xml")).contains("<id>" + own.group(1) + "</id>");
      }
      for (var test : SourceFiles.below("src/it/more", ".*/verify\\.groovy")) {
        if (Files.readString(test).contains("'" + Path.of("src/site").relativize(page) + "'")) {
          return true;
        }
      }
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void is_in_a_file_that_a_test_uses_or_is_marked(Snippet snippet) throws IOException {
    var cut = atMargin(snippet.text());
    if (!snippet.isMarked() && !(cut.size() <= SHORT && snippet.isRun())) {
      assertThat(sources()).as(snippet.text()).anyMatch(source -> holds(source, cut));
    }
  }

  @Test
  void maven_and_the_plugin_know_every_element_of_the_settings_in_them() throws Exception {
    var files = SourceFiles.below(SNIPPETS, ".*settings[^/]*\\.xml");
    assertThat(files).hasSizeGreaterThanOrEqualTo(5);
    for (var file : files) {
      var settings = new SettingsXpp3Reader().read(new StringReader(Files.readString(file)), true);
      for (var server : settings.getServers()) {
        if (server.getConfiguration() instanceof Xpp3Dom configuration) {
          assertThat(configuration.getChildren())
              .extracting(Xpp3Dom::getName)
              .isSubsetOf("apiUrl", "passwordCommand");
        }
      }
    }
  }

  static List<Snippet> snippets() throws IOException {
    var snippets = new ArrayList<Snippet>();
    var pages = new ArrayList<>(SourceFiles.below("src/site", ".*\\.md"));
    pages.add(Path.of("README.md"));
    for (var page : pages) {
      var text = Files.readString(page);
      BLOCK
          .matcher(text)
          .results()
          .map(block -> new Snippet(page, text.substring(0, block.start()), block.group(2)))
          .forEach(snippets::add);
    }
    return snippets;
  }

  private static List<List<String>> sources() throws IOException {
    var sources = new ArrayList<List<String>>();
    for (var root : List.of("examples", "src/it", SNIPPETS)) {
      for (var file :
          SourceFiles.below(root, ".*(\\.(xml|java|groovy|properties|sh|yml)|Jenkinsfile)")) {
        sources.add(Files.readAllLines(file));
      }
    }
    return sources;
  }

  /** Whether the file has exactly these lines, perhaps all indented by the same width. */
  private static boolean holds(List<String> source, List<String> cut) {
    for (int start = 0; start + cut.size() <= source.size(); start++) {
      if (atMargin(String.join(System.lineSeparator(), source.subList(start, start + cut.size())))
          .equals(cut)) {
        return true;
      }
    }
    return false;
  }

  /** The lines without the indentation that they have in common. */
  private static List<String> atMargin(String text) {
    return text.stripTrailing().stripIndent().lines().map(String::stripTrailing).toList();
  }
}
