package io.github.netnutmaven;

import static io.github.netnutmaven.testkit.SourceFiles.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The links and the menu of the README and the site lead to what exists. */
class SiteTest {
  private static final Path SITE = Path.of("src/site");
  private static final Path PAGES = SITE.resolve("markdown");
  private static final Path RESOURCES = SITE.resolve("resources");
  private static final Path README = Path.of("README.md");

  private static final String SOURCES = "https://github.com/netnutmaven/netnut-maven-plugin";

  /** Where a program reads a file of the repository. */
  private static final String RAW =
      "https://raw.githubusercontent.com/netnutmaven/netnut-maven-plugin/HEAD/";

  /** How a page refers to a file of the repository that is not on the site. */
  private static final String REPOSITORY = SOURCES + "/blob/HEAD/";

  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

  /** A heading, or the first cell of a row. */
  private static final Pattern MESSAGES = Pattern.compile("(?m)^(?:### |\\| (?=`))([^|\n]+)");

  private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern MADE =
      Pattern.compile("<!-- (?:Made by|Drawn by hand from) ([\\w-]+\\.\\w+)");
  private static final Pattern GOAL = Pattern.compile("@Mojo\\(\\s*name = \"([^\"]+)\"");

  static Stream<Path> pages() throws IOException {
    return SourceFiles.below(PAGES.toString(), ".*\\.md").stream();
  }

  static Stream<Path> texts() throws IOException {
    return Stream.concat(Stream.of(README), pages());
  }

  static Stream<Path> pictures() throws IOException {
    return SourceFiles.below(RESOURCES.toString(), ".*(?<!favicon)\\.svg").stream();
  }

  /** {@link BuiltSiteTest} follows the links from one page of the site to another. */
  @ParameterizedTest
  @MethodSource("texts")
  void every_link_leads_somewhere(Path text) throws Exception {
    var broken = new ArrayList<String>();
    for (var link : links(text)) {
      if (!leadsSomewhere(text, link)) {
        broken.add(link);
      }
    }

    assertThat(links(text)).as("links").isNotEmpty();
    assertThat(broken).as("broken links of " + text).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void every_picture_has_a_title_a_description_and_its_source(Path picture) throws Exception {
    var root = xml(picture).getDocumentElement();

    assertThat(root.getTagName()).isEqualTo("svg");
    assertThat(text(root, "title")).isNotBlank();
    assertThat(text(root, "desc")).isNotBlank();
    assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title desc");
    var source = found(MADE, Files.readString(picture)).findFirst().orElseThrow();
    assertThat(List.of(picture.resolveSibling(source), SITE.resolve(source)))
        .anyMatch(Files::exists);
  }

  @ParameterizedTest
  @CsvSource({"3, flow.svg", "2, flow-narrow.svg"})
  void the_picture_of_the_flow_is_what_its_program_draws(String columns, String picture)
      throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var drawn =
        new ProcessBuilder(java, SITE.resolve("FlowPicture.java").toString(), columns)
            .redirectErrorStream(true)
            .start()
            .getInputStream()
            .readAllBytes();

    assertThat(RESOURCES.resolve("images").resolve(picture)).hasBinaryContent(drawn);
  }

  @Test
  void the_menu_leads_to_every_page_and_every_goal_once() throws Exception {
    var expected = new TreeSet<>(Set.of("plugin-info.html"));
    pages().forEach(page -> expected.add(stem(page) + ".html"));
    goals().forEach(goal -> expected.add(goal + "-mojo.html"));
    assertThat(menu()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void the_first_page_links_to_every_page_for_users() throws Exception {
    var targets =
        links(PAGES.resolve("index.md")).stream()
            .map(link -> link.replaceFirst("#.*", ""))
            .toList();

    assertThat(pages().map(page -> stem(page) + ".md"))
        .allMatch(
            page ->
                targets.contains(page)
                    || Set.of("index.md", "changes.md", "contributing.md").contains(page));
  }

  @Test
  void llms_txt_lists_the_markdown_of_each_page_once() throws Exception {
    var listed = links(RESOURCES.resolve("llms.txt"));

    assertThat(listed)
        .doesNotHaveDuplicates()
        .containsAll(pages().map(page -> stem(page) + ".md").toList())
        .containsAll(goals().map(goal -> goal + "-mojo.md").toList())
        .filteredOn(link -> link.startsWith(RAW))
        .allSatisfy(link -> assertThat(Path.of(link.substring(RAW.length()))).exists());
  }

  @Test
  void every_message_in_the_faq_is_in_the_code_or_in_a_test() throws Exception {
    var messages =
        found(MESSAGES, Files.readString(PAGES.resolve("faq.md")))
            .flatMap(heading -> found(CODE, heading))
            .toList();
    var said = said();

    assertThat(messages).hasSizeGreaterThan(30);
    assertThat(messages.stream().flatMap(SiteTest::fixedParts))
        .allMatch(said::contains, "is a message");
  }

  /** The parts of a message that never change. */
  private static Stream<String> fixedParts(String message) {
    return Stream.of(message.split("…")).map(part -> part.replaceAll("[ ':]*$", ""));
  }

  /** The code and the tests, with string literals of several lines joined. */
  private static String said() throws IOException {
    var said = new StringBuilder();
    for (var file : SourceFiles.below("src", ".*\\.(java|groovy)")) {
      said.append(Files.readString(file));
    }
    return JOINT.matcher(said).replaceAll("");
  }

  private static boolean leadsSomewhere(Path from, String link) throws IOException {
    if (link.startsWith(REPOSITORY)) {
      return Files.exists(Path.of(link.substring(REPOSITORY.length())));
    }
    if (link.matches("[a-z]+:.*") || !from.equals(README)) {
      return true;
    }
    var parts = link.split("#", 2);
    var to = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]);
    return Files.exists(to) && (parts.length == 1 || anchors(to).contains(parts[1]));
  }

  private static Stream<String> goals() throws IOException {
    var goals = new TreeSet<String>(Set.of("help"));
    for (var file : SourceFiles.below("src/main/java", ".*Mojo\\.java")) {
      found(GOAL, Files.readString(file)).forEach(goals::add);
    }
    return goals.stream();
  }

  private static List<String> links(Path text) throws IOException {
    var prose = CODE.matcher(prose(text)).replaceAll("code");
    return found(LINK, prose).toList();
  }

  private static Set<String> anchors(Path text) throws IOException {
    var prose = prose(text);
    return Stream.concat(found(ANCHOR, prose), found(HEADING, prose).map(SiteTest::slug))
        .collect(Collectors.toSet());
  }

  /** The anchor that GitHub derives from a heading. */
  private static String slug(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  private static String prose(Path text) throws IOException {
    return FENCE.matcher(Files.readString(text)).replaceAll("");
  }

  private static List<String> menu() throws Exception {
    var items = xml(SITE.resolve("site.xml")).getElementsByTagName("item");
    var targets = new ArrayList<String>();
    for (int i = 0; i < items.getLength(); i++) {
      targets.add(((Element) items.item(i)).getAttribute("href"));
    }
    return targets;
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
  }

  private static String text(Element root, String name) {
    return root.getElementsByTagName(name).item(0).getTextContent();
  }

  private static Document xml(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }
}
