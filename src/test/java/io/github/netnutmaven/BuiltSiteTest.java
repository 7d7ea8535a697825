package io.github.netnutmaven;

import static io.github.netnutmaven.testkit.SourceFiles.found;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.netnutmaven.testkit.Chromium;
import io.github.netnutmaven.testkit.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The site that {@code mvn site} built, as a reader sees it who opens it from a file in Chromium.
 * Skipped if Chromium is missing, or if the site is missing or older than its sources.
 */
class BuiltSiteTest {
  private static final Path SITE = Path.of("target/site").toAbsolutePath();
  private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(?:\\./)?([^\":]+)\"");
  private static final Pattern LOADED =
      Pattern.compile("(?:src|srcset|<link[^>]*href)=\"([^\"]*)\"");
  private static final Pattern SOURCE = Pattern.compile("/blob/HEAD/([^\"]+)\">Edit this page");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static String axe;
  private static Chromium chromium;

  @BeforeAll
  static void start(@TempDir(cleanup = CleanupMode.NEVER) Path profile) throws Exception {
    assumeBuilt();
    assumeThat(Chromium.EXECUTABLE).isExecutable();
    axe = axe();
    chromium = new Chromium(profile);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  /** Skips the tests if the site is missing, or older than its sources. */
  static void assumeBuilt() throws IOException {
    var built = SITE.resolve("js/documents.js");
    assumeThat(built).exists();
    for (var source : SourceFiles.below("src/site", ".*")) {
      assumeThat(Files.getLastModifiedTime(source)).isLessThan(Files.getLastModifiedTime(built));
    }
  }

  static List<Path> pages() throws IOException {
    try (var files = Files.list(SITE)) {
      return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_no_violation_of_wcag_2_1_aa_and_no_sideways_scroll(Path page) throws Exception {
    for (int width : List.of(1280, 390)) {
      for (var scheme : List.of("light", "dark")) {
        chromium.prefer(scheme);
        chromium.open(page.toUri(), width);

        assertThat(violations()).as("%s, %s, %s", page, width, scheme).isEmpty();
        assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
            .as("%s, %s", page, width)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/searches.csv")
  void search_finds_the_right_page_among_the_first(String query, String page, int places)
      throws Exception {
    search(query);
    var first =
        chromium.evaluate(
            "[...document.querySelectorAll('#found a')].slice(0, %d).map(a => a.pathname.replace(/.*[/]/, ''))"
                .formatted(places));

    assertThat(first).extracting(JsonNode::asText).contains(page);
  }

  @Test
  void search_shows_an_excerpt_of_each_place_and_announces_how_many_there_are() throws Exception {
    search("password manager");

    assertThat(text("[role=status]")).matches("[1-9]\\d* places found");
    assertThat(text("#found li:first-child mark")).isEqualTo("password");
    search("xyzzyplugh");
    assertThat(text("[role=status]")).isEqualTo("Nothing found");
  }

  private static void search(String query) throws Exception {
    chromium.open(SITE.resolve("index.html").toUri(), 1280);
    chromium.evaluate(
        """
        {
          const field = document.querySelector('#search input');
          field.value = %s;
          field.dispatchEvent(new Event('input'));
          new Promise(resolve => new MutationObserver(() => resolve(true))
              .observe(document.querySelector('#found p'), {childList: true}));
        }
        """
            .formatted(JSON.writeValueAsString(query)));
  }

  private static String text(String selector) throws Exception {
    return chromium.evaluate("document.querySelector('" + selector + "').textContent").asText();
  }

  @Test
  void every_page_is_in_the_menu_and_has_its_markdown_beside_it() throws IOException {
    var menu = new ArrayList<>(links(SITE.resolve("usage.html")));
    menu.addAll(links(SITE.resolve("index.html")));

    assertThat(pages())
        .hasSizeGreaterThan(28)
        .allSatisfy(
            page -> {
              assertThat(menu).contains(page.getFileName().toString());
              assertThat(Path.of(page.toString().replaceFirst("html$", "md"))).isNotEmptyFile();
            });
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_within_the_site_leads_to_a_place_in_it(Path page) throws IOException {
    var broken = new ArrayList<String>();
    for (var link : links(page)) {
      var parts = link.split("#", 2);
      var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
      var place = parts.length == 1 ? "" : "id=\"" + parts[1] + "\"";
      if (!Files.exists(target) || !Files.readString(target).contains(place)) {
        broken.add(link);
      }
    }

    assertThat(broken).as("%s", page).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void has_one_first_heading_a_description_and_its_source_and_loads_nothing_from_elsewhere(
      Path page) throws IOException {
    var text = Files.readString(page);

    assertThat(text)
        .containsOnlyOnce("<h1 ")
        .containsPattern("<meta name=\"description\" content=\"[^\"]{30,}");
    assertThat(found(LOADED, text)).allMatch(address -> Files.exists(SITE.resolve(address)));
    assertThat(found(SOURCE, text)).singleElement().matches(file -> Files.exists(Path.of(file)));
  }

  @Test
  void the_page_of_a_goal_has_an_example_before_its_parameters_and_each_once() throws IOException {
    assertThat(pages())
        .filteredOn(page -> page.toString().endsWith("-mojo.html"))
        .hasSize(8)
        .allSatisfy(
            page ->
                assertThat(Files.readString(page))
                    .containsOnlyOnce("<h2 id=\"Example\">")
                    .containsSubsequence(
                        "<h1 ", "id=\"Example\"", "id=\"Parameter_Details\"", "id=\"Attributes\"")
                    .doesNotContain("Optional Parameters</h2>"));
  }

  /** The links of a page to its own site. */
  private static List<String> links(Path page) throws IOException {
    return found(LINK, Files.readString(page)).toList();
  }

  /** What axe-core finds; it is not certain about text in the colour of its background. */
  private static List<String> violations() throws Exception {
    chromium.evaluate(axe);
    var result =
        chromium.evaluate(
            """
            axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(found => [
              ...found.violations,
              ...found.incomplete.filter(rule => JSON.stringify(rule).includes('equalRatio')),
            ])
            """);
    var violations = new ArrayList<String>();
    for (var violation : result) {
      for (var node : violation.path("nodes")) {
        violations.add(violation.path("id").asText() + ": " + node.path("html").asText());
      }
    }
    return violations;
  }

  private static String axe() throws IOException {
    var pom = new Properties();
    try (var in = resource("maven/org.webjars.npm/axe-core/pom.properties")) {
      pom.load(in);
    }
    var version = pom.getProperty("version");
    try (var script = resource("resources/webjars/axe-core/" + version + "/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }

  private static InputStream resource(String name) {
    return requireNonNull(BuiltSiteTest.class.getResourceAsStream("/META-INF/" + name));
  }
}
