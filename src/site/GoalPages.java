import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A step of {@code mvn site}, before {@code CompleteSite.java}. It puts an example on the page of each
 * goal, shortens what the generator says about each parameter, and writes the Markdown of each page.
 */
class GoalPages {
  private static final Path SITE = Path.of("target/site");
  private static final Path SOURCES = Path.of("src/site");
  private static final Path GOALS =
      Path.of("target/classes/META-INF/maven/io.github.netnutmaven/netnut-maven-plugin/plugin-help.xml");
  private static final Pattern ATTRIBUTES =
      Pattern.compile("(?s)<p><strong>Full name</strong>:</p>\\s*<p>(.*?)</p>\\s*<p><strong>Description</strong>:</p>(.*?)<p><strong>Attributes</strong>:</p>\\s*<ul>(.*?)</ul>");
  private static final Pattern PARAMETER_TABLE =
      Pattern.compile("(?s)<section><a id=\"[^\"]*\"></a>\\s*<h2>(?:Optional|Required) Parameters</h2>.*?</section>");
  private static final Pattern PARAMETER =
      Pattern.compile("(?s)<h3>&lt;(\\w+)&gt;</h3>\\s*<div>(.*?)</div>\\s*<ul>(.*?)</ul>(?:<hr />)?");
  private static final Pattern FACT =
      Pattern.compile("<strong>([^<]+)</strong>: <code>(?:java\\.\\w+\\.)?([^<]*)</code>");
  private static final String DETAILS = "<section><a id=\"Parameter_Details\"></a>\n<h2>Parameter Details</h2>";

  public static void main(String[] arguments) throws Exception {
    var examples = examples();
    for (var goal : examples.keySet()) {
      var page = SITE.resolve(goal + "-mojo.html");
      Files.writeString(page, goalPage(Files.readString(page), examples.get(goal)));
    }
    var overview = SITE.resolve("plugin-info.html");
    Files.writeString(overview, overview(Files.readString(overview)));
    writeMarkdown(examples);
  }

  /** The page with all goals, without what the generator says about every plugin. */
  private static String overview(String html) {
    return html.replace("Plugin Details</h1>", "Goals and parameters</h1>")
        .replaceAll("(?s)<p>This report describes goals.*?</p>", "<p>Each goal has a page with an example and all its parameters.</p>")
        .replaceAll("(?s)<section><a id=\"(?:System_Requirements|Usage)\"></a>\\s*<h2>(?:System Requirements|Usage)</h2>\\s*<p>(?:The following specifies|You should specify).*?</section>", "")
        .replace("<p>Goals available for this plugin:</p>", "");
  }

  /** The page of a goal: its description, an example, its parameters, and then the rest. */
  private static String goalPage(String html, String example) {
    var head = ATTRIBUTES.matcher(html);
    if (!head.find()) {
      throw new IllegalStateException("The page of a goal has another form: " + html.substring(0, 300));
    }
    var description = head.group(2).strip().replaceAll("\\s*\n<p>", "</p>\n<p>").replace("</p></p>", "</p>");
    var attributes =
        "<section><a id=\"Attributes\"></a>\n<h2>Attributes</h2>\n<ul>\n<li>Full name: <code>%s</code>.</li>%s</ul></section>"
            .formatted(head.group(1), head.group(3));
    var text = html.substring(0, head.start()) + description + html.substring(head.end());
    text = PARAMETER_TABLE.matcher(text).replaceAll("");
    text = text.replace(DETAILS, example(example) + DETAILS.replace(" Details<", "s<"));
    text = PARAMETER.matcher(text).replaceAll(it -> Matcher.quoteReplacement(htmlParameter(it.group(1), it.group(2), it.group(3))));
    return text.replaceFirst("</section>\\s*</main>", Matcher.quoteReplacement(attributes) + "</section></main>");
  }

  private static String htmlParameter(String name, String description, String facts) {
    var all = new LinkedHashMap<String, String>();
    FACT.matcher(facts).results().forEach(fact -> all.put(fact.group(1), fact.group(2)));
    var shown = new ArrayList<String>();
    if (all.containsKey("User Property")) {
      shown.add("<code>-D" + all.get("User Property") + "</code>");
    }
    shown.add("type <code>" + all.get("Type") + "</code>");
    if (all.containsKey("Default")) {
      shown.add("default <code>" + all.get("Default") + "</code>");
    }
    if ("Yes".equals(all.get("Required"))) {
      shown.add("required");
    }
    if (!"1.0.0".equals(all.getOrDefault("Since", "1.0.0"))) {
      shown.add("since " + all.get("Since"));
    }
    return "<h3>%s</h3>\n<p class=\"facts\"><span>%s</span></p>\n<div>%s</div>"
        .formatted(name, String.join("</span> <span>", shown), description);
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
            .replaceAll("(?s)```(\\w+)\\n(.*?)\\n```", "<pre><code class=\"language-$1\">$2</code></pre>")
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
        text.append(markdownParameter(parameter, elements(((Element) set).getElementsByTagName(child(parameter, "name")))));
      }
      Files.writeString(SITE.resolve(name + "-mojo.md"), text);
    }
    Files.writeString(SITE.resolve("plugin-info.md"), overview);
  }

  private static String markdownParameter(Element parameter, List<Element> set) {
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
