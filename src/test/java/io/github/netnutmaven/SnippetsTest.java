package io.github.netnutmaven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.io.xpp3.SettingsXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation shows is cut from files that a test uses. */
class SnippetsTest {
  private static final Path SNIPPETS = Path.of("src/test/resources/snippets");
  private static final Pattern BLOCK =
      Pattern.compile("^( *)```(?:xml|java)\\R(.*?)^\\1```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Set<String> TEXTS = Set.of(".xml", ".java", ".groovy", ".properties", ".sh");
  private static final String TARGET = File.separator + "target" + File.separator;
  private static final int SHORT = 3;

  /** A block of a page. */
  record Snippet(Path page, String text) {
    @Override
    public String toString() {
      return page + ": " + text.strip().lines().findFirst().orElse("");
    }
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void is_cut_from_a_file_that_a_test_uses(Snippet snippet) throws IOException {
    var cut = atMargin(snippet.text());
    assertThat(sources()).as(snippet.text()).anyMatch(source -> holds(source, cut));
  }

  @Test
  void there_are_some() throws IOException {
    assertThat(snippets()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void a_block_that_is_in_no_file_or_in_part_of_a_line_is_noticed() {
    var source = List.of("<a>", "  <b>1</b>", "  <c/>", "</a>");
    assertThat(holds(source, List.of("<b>1</b>", "<c/>"))).isTrue();
    assertThat(holds(source, List.of("<b>1</b>", "  <c/>"))).isFalse();
    assertThat(holds(source, List.of("<b>2</b>", "<c/>"))).isFalse();
    assertThat(holds(source, List.of("<b>1</b>", "<c"))).isFalse();
    assertThat(holds(source, List.of("<c/>", "</a>", "<d/>"))).isFalse();
  }

  @Test
  void the_settings_shown_are_settings_to_Maven() throws Exception {
    assertThat(server("settings.xml").getConfiguration()).isNull();
    var configuration = (Xpp3Dom) server("settings-with-address.xml").getConfiguration();
    assertThat(configuration.getChild("apiUrl").getValue())
        .isEqualTo("https://gateway.example.com/netnut/v1");
  }

  private static Server server(String file) throws IOException, XmlPullParserException {
    var text = Files.readString(SNIPPETS.resolve(file));
    var server = new SettingsXpp3Reader().read(new StringReader(text), true).getServer("netnut");
    assertThat(server.getUsername()).isEqualTo("me@example.com");
    assertThat(server.getPassword()).startsWith("{").endsWith("}");
    return server;
  }

  static List<Snippet> snippets() throws IOException {
    var snippets = new ArrayList<Snippet>();
    for (var page : pages()) {
      BLOCK
          .matcher(Files.readString(page))
          .results()
          .map(block -> new Snippet(page, block.group(2)))
          .filter(snippet -> snippet.text().lines().count() > SHORT)
          .forEach(snippets::add);
    }
    return snippets;
  }

  private static List<Path> pages() throws IOException {
    var pages = new ArrayList<>(List.of(Path.of("README.md")));
    pages.addAll(files(Path.of("src/site"), Set.of(".md")));
    return pages;
  }

  private static List<List<String>> sources() throws IOException {
    var sources = new ArrayList<List<String>>();
    for (var root : List.of(Path.of("examples"), Path.of("src/it"), SNIPPETS)) {
      for (var file : files(root, TEXTS)) {
        sources.add(Files.readAllLines(file));
      }
    }
    return sources;
  }

  private static List<Path> files(Path root, Set<String> endings) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> endings.stream().anyMatch(file.toString()::endsWith))
          .filter(file -> !file.toString().contains(TARGET))
          .toList();
    }
  }

  /** Whether the file has these lines one after another, all of them indented by the same more. */
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
