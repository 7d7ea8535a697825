import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The last step of {@code mvn site}. Adds the search, lists of contents, an example on the page of
 * each goal, and the Markdown of each page; and removes what the generators write twice.
 */
class CompleteSite {
  private static final Path SITE = Path.of("target/site");
  private static final Path SOURCES = Path.of("src/site");
  private static final Path GOALS =
      Path.of(
          "target/classes/META-INF/maven/io.github.netnutmaven/netnut-maven-plugin/plugin-help.xml");

  /** A page with fewer sections needs no list of contents. */
  private static final int LONG = 4;

  private static final Pattern MAIN = Pattern.compile("(?s)<main[^>]*>(.*)</main>");
  private static final Pattern HEADING =
      Pattern.compile("(?s)((?:<[^>]+>|\\s)*)<h([1-4])[^>]*>(.*?)</h\\2>");
  private static final Pattern ID = Pattern.compile("id=\"([^\"]+)\"");
  private static final Pattern ENTITY = Pattern.compile("&#x([0-9a-f]+);");
  private static final String DETAILS = "<section><a id=\"Parameter_Details\"></a>";

  /** What an earlier run added, and the table of parameters: their details say the same. */
  private static final Pattern DROPPED =
      Pattern.compile(
          "(?s)<!-- added -->.*?<!-- /added -->"
              + "|<section><a id=\"[^\"]*\"></a>\\s*<h2>(?:Optional|Required) Parameters</h2>.*?</section>");

  /** A part of a page: a heading, and the text up to the next one. */
  record Section(int level, String anchor, String heading, String text) {}

  public static void main(String[] arguments) throws Exception {
    Files.deleteIfExists(SITE.resolve("project-reports.html"));
    copyLunr(arguments[0]);
    var examples = examples();
    writeMarkdown(examples);
    var documents = new LinkedHashMap<String, Map<String, String>>();
    try (var files = Files.list(SITE)) {
      for (var file : files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
        var page = file.getFileName().toString();
        var goal = page.replaceFirst("-mojo\\.html$", "");
        var html = DROPPED.matcher(Files.readString(file)).replaceAll("");
        if (examples.containsKey(goal)) {
          html = html.replace(DETAILS, added(example(examples.get(goal))) + DETAILS);
        }
        var sections = sections(html);
        int listed = goal.equals(page) ? 2 : 3;
        int start = html.indexOf("</h1>", html.indexOf("<main")) + "</h1>".length();
        Files.writeString(
            file, html.substring(0, start) + contents(sections, listed) + html.substring(start));
        for (var section : sections) {
          addDocument(documents, page, sections.get(0).heading(), section);
        }
      }
    }
    Files.writeString(
        SITE.resolve("js/documents.js"),
        "const siteDocuments = " + new ObjectMapper().writeValueAsString(documents) + ";\n");
  }

  private static void copyLunr(String version) throws IOException {
    var script = "/META-INF/resources/webjars/lunr/" + version + "/lunr.min.js";
    try (var in = CompleteSite.class.getResourceAsStream(script)) {
      Files.copy(in, SITE.resolve("js/lunr.js"), REPLACE_EXISTING);
    }
  }

  private static String added(String html) {
    return "<!-- added -->" + html + "<!-- /added -->";
  }

  private static List<Section> sections(String html) {
    var main = MAIN.matcher(html).results().findFirst().orElseThrow().group(1);
    var headings = HEADING.matcher(main).results().toList();
    var sections = new ArrayList<Section>();
    for (int i = 0; i < headings.size(); i++) {
      var heading = headings.get(i);
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : main.length();
      var anchor = ID.matcher(heading.group(1)).results().findFirst();
      sections.add(
          new Section(
              Integer.parseInt(heading.group(2)),
              anchor.orElseThrow().group(1),
              text(heading.group(3)),
              text(main.substring(heading.end(), end))));
    }
    return sections;
  }

  /** The text that a browser would show. */
  private static String text(String html) {
    var text = html.replaceAll("</?(code|strong|em|a)\\b[^>]*>", "").replaceAll("<[^>]+>", " ");
    return ENTITY
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(it.group(1), 16))))
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private static String contents(List<Section> sections, int level) {
    var listed = sections.stream().filter(each -> each.level() == level).toList();
    if (listed.size() < LONG) {
      return "";
    }
    var items =
        listed.stream()
            .map(
                each ->
                    "<li><a href=\"#%s\">%s</a></li>\n"
                        .formatted(each.anchor(), escaped(each.heading().replaceAll("[<>]", ""))))
            .collect(Collectors.joining());
    return added(
        "\n<nav class=\"contents\" aria-label=\"On this page\"><ul>\n" + items + "</ul></nav>");
  }

  private static void addDocument(
      Map<String, Map<String, String>> documents, String page, String title, Section section) {
    var link = page + (section.level() == 1 ? "" : "#" + section.anchor());
    var heading = section.heading();
    documents.put(
        link, Map.of("link", link, "page", title, "heading", heading, "text", section.text()));
  }

  /** The example of each goal, in Markdown. */
  private static Map<String, String> examples() throws IOException {
    var text = Files.readString(SOURCES.resolve("goal-examples.md"));
    var examples = new LinkedHashMap<String, String>();
    Pattern.compile("(?ms)^## (\\S+)\\n(.*?)(?=^## |\\z)")
        .matcher(text)
        .results()
        .forEach(part -> examples.put(part.group(1), part.group(2).strip()));
    return examples;
  }

  /** An example in HTML: paragraphs, code, links. */
  private static String example(String markdown) {
    var html =
        escaped(markdown)
            .replaceAll("(?s)```\\w+\\n(.*?)\\n```", "<pre class=\"prettyprint\"><code>$1</code></pre>")
            .replaceAll("(?m)^(?!<pre)([A-Z`\\[].*[.:])$", "<p>$1</p>")
            .replaceAll("`([^`]+)`", "<code>$1</code>")
            .replaceAll("\\[([^]]+)]\\(([^)]+)\\)", "<a href=\"$2\">$1</a>");
    return "<section><a id=\"Example\"></a>\n<h2>Example</h2>\n" + html + "\n</section>";
  }

  private static void writeMarkdown(Map<String, String> examples) throws Exception {
    try (var pages = Files.list(SOURCES.resolve("markdown"))) {
      for (var page : pages.toList()) {
        var text = Files.readString(page).replaceAll("(-mojo|plugin-info)\\.html", "$1.md");
        Files.writeString(SITE.resolve(page.getFileName()), text);
      }
    }
    var overview = new StringBuilder("# Goals and parameters\n\n");
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (var goal : elements(builder.parse(GOALS.toFile()).getElementsByTagName("mojo"))) {
      var name = child(goal, "goal");
      var description = child(goal, "description");
      overview.append("- [netnut:%1$s](%1$s-mojo.md): %2$s\n".formatted(name, description.lines().findFirst().orElse("")));
      var text = new StringBuilder("# netnut:" + name + "\n\n" + description + "\n\n");
      text.append("## Example\n\n").append(examples.get(name).replace(".html", ".md"));
      text.append("\n\n## Parameters\n\n");
      for (var parameter : elements(goal.getElementsByTagName("parameter"))) {
        var set = goal.getElementsByTagName("configuration").item(0);
        text.append(parameter(parameter, elements(((Element) set).getElementsByTagName(child(parameter, "name")))));
      }
      Files.writeString(SITE.resolve(name + "-mojo.md"), text);
    }
    Files.writeString(SITE.resolve("plugin-info.md"), overview);
  }

  private static String parameter(Element parameter, List<Element> set) {
    // A parameter without a property and a default is not in the configuration.
    var property = set.isEmpty() ? "" : set.get(0).getTextContent().replaceAll("[${}]", "");
    var value = set.isEmpty() ? "" : set.get(0).getAttribute("default-value");
    return "- `%s`%s%s: %s\n"
        .formatted(
            child(parameter, "name"),
            property.isEmpty() ? "" : " (`-D" + property + "`)",
            value.isEmpty() ? "" : ", default `" + value + "`",
            child(parameter, "description"));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static String child(Element parent, String name) {
    return parent.getElementsByTagName(name).item(0).getTextContent().strip();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
