import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The last step of {@code mvn site}. Maven has made HTML of the Markdown and of the goals' Javadoc. This
 * puts each text into {@code page.html}, with the menu of {@code site.xml}, a list of contents, anchors
 * and coloured code, and writes the search's data.
 */
class CompleteSite {
  private static final Path SITE = Path.of("target/site");
  private static final Path SOURCES = Path.of("src/site");
  private static final String REPOSITORY = "https://github.com/netnutmaven/netnut-maven-plugin";
  private static final String MOJOS = "src/main/java/io/github/netnutmaven/mojo/";

  /** A page with fewer sections needs no list of contents. */
  private static final int LONG = 3;

  /** A search engine shows about as much of a description. */
  private static final int DESCRIPTION = 155;

  private static final Pattern MAIN = Pattern.compile("(?s)<main id=\"bodyColumn\"[^>]*>(.*)</main>");
  private static final Pattern HEADING =
      Pattern.compile("(?s)((?:<(?:/?p|/?section|a id=\"[^\"]*\"|/a)>|\\s)*)<h([1-4])[^>]*>(.*?)</h\\2>");
  private static final Pattern ID = Pattern.compile("<a id=\"([^\"]+)\"></a>");
  private static final Pattern ENTITY = Pattern.compile("&#x([0-9a-f]+);");
  private static final Pattern TABLE = Pattern.compile("(?s)<table[^>]*>(.*?)</table>");
  private static final Pattern ROW = Pattern.compile("(?s)<tr[^>]*>(.*?)</tr>");
  private static final Pattern CELL = Pattern.compile("(?s)<(t[hd])[^>]*>(.*?)</\\1>");
  private static final Pattern CODE =
      Pattern.compile("(?s)<pre[^>]*><code(?: class=\"language-(\\w+)\")?>(.*?)</code></pre>");
  private static final Pattern LONG_CODE = Pattern.compile("(?<!<pre>)<code>[^<\\n]+</code>");
  private static final Pattern OPTION = Pattern.compile("(?<= )-[^ <]{1,30}(?=[ <])");
  /** What a parameter's section begins with; an excerpt of the search rather begins with the description. */
  private static final Pattern FACTS = Pattern.compile("(?s)^(\\s*<p class=\"facts\">.*?</p>)(.*)$");
  private static final Pattern PICTURE = Pattern.compile("(<img src=\"images/([\\w-]+)\\.svg\")([^>]*>)");
  private static final Pattern SIZE = Pattern.compile("width=\"\\d+\" height=\"\\d+\"");
  /** What is coloured in code: c is a comment, s a text or a reference, t a tag, a key or a keyword. */
  private static final Map<String, Pattern> COLOURS =
      Map.of(
          "xml", Pattern.compile("(?s)(?<c>&lt;!--.*?--&gt;)|(?<s>\\$\\{[^}]*})|(?<t>&lt;/?[\\w.:-]+|/?&gt;)"),
          "sh", Pattern.compile("(?m)(?<c>(?<!\\S)#.*$)|(?<s>&quot;.*?&quot;|'[^']*'|\\$\\{?\\w+}?)|(?<t>^\\s*(?:mvn|git|keytool|curl|docker|export)\\b)"),
          "yaml", Pattern.compile("(?m)(?<c>(?<!\\S)#.*$)|(?<s>&quot;.*?&quot;|'[^']*'|\\$\\{\\{.*?}})|(?<t>^[ -]*[\\w.-]+(?=:))"),
          "json", Pattern.compile("(?<c>//.*)|(?<s>&quot;[^&]*&quot;(?!:))|(?<t>&quot;[^&]*&quot;)"),
          "groovy", Pattern.compile("(?<c>//.*)|(?<s>'[^'\\n]*'|&quot;.*?&quot;)|(?<t>\\bdef\\b|\\b\\w+(?= \\{))"),
          "java", Pattern.compile("(?<c>//.*)|(?<s>&quot;.*?&quot;)|(?<t>@\\w+|\\b(?:private|static|var|if|null|return|throw|try|new|void|class|String)\\b)"));

  /** A comment that has a line to itself, and the spaces and the sign before its first word. */
  private static final Pattern COMMENT = Pattern.compile("(?m)^( *)<span class=\"c\">((#|//|&lt;!--) .*</span>)$");

  /** A page in the menu. */
  record Item(String name, String page) {}

  /** A part of a page: a heading, and the text up to the next one. */
  record Section(int level, String anchor, String heading, String text) {}

  public static void main(String[] arguments) throws Exception {
    dropWhatTheSkinBrings();
    copyLunr(arguments[0]);
    var menu = menu();
    var items = menu.values().stream().flatMap(List::stream).toList();
    var documents = new LinkedHashMap<String, Map<String, String>>();
    for (var item : items) {
      var made = MAIN.matcher(Files.readString(SITE.resolve(item.page()))).results().findFirst();
      var main = made.orElseThrow(() -> new IllegalStateException(item + " is old: delete target/site")).group(1);
      var sections = sections(main);
      var html = page(item, completed(main), sections, menu, items, arguments[1]);
      write(item.page(), html);
      for (var section : sections) {
        addDocument(documents, item.page(), sections.get(0).heading(), section);
      }
    }
    Files.writeString(
        SITE.resolve("js/documents.js"),
        "const siteDocuments = " + new ObjectMapper().writeValueAsString(documents) + ";\n");
  }

  /** The style, scripts and pictures of the skin, which {@code page.html} does not use. */
  private static void dropWhatTheSkinBrings() throws IOException {
    Files.deleteIfExists(SITE.resolve("project-reports.html"));
    for (var directory : List.of("css", "js", "images", "img", "fonts")) {
      try (var files = Files.walk(SITE.resolve(directory))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          if (!Files.exists(SOURCES.resolve("resources").resolve(SITE.relativize(file)))) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static void copyLunr(String version) throws IOException {
    var script = "/META-INF/resources/webjars/lunr/" + version + "/lunr.min.js";
    try (var in = CompleteSite.class.getResourceAsStream(script)) {
      Files.copy(in, SITE.resolve("js/lunr.js"), REPLACE_EXISTING);
    }
  }

  /** Writes a page as an old file, so that Maven makes its text again in the next run. */
  private static void write(String page, String html) throws IOException {
    Files.writeString(SITE.resolve(page), html);
    Files.setLastModifiedTime(SITE.resolve(page), FileTime.fromMillis(0));
  }

  private static Map<String, List<Item>> menu() throws Exception {
    var menu = new LinkedHashMap<String, List<Item>>();
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (var group : elements(builder.parse(SOURCES.resolve("site.xml").toFile()).getElementsByTagName("menu"))) {
      menu.put(
          group.getAttribute("name"),
          elements(group.getElementsByTagName("item")).stream()
              .map(item -> new Item(item.getAttribute("name"), item.getAttribute("href")))
              .toList());
    }
    return menu;
  }

  private static String page(
      Item item, String main, List<Section> sections, Map<String, List<Item>> menu, List<Item> items, String version)
      throws IOException {
    var title = sections.get(0).heading();
    int here = items.indexOf(item);
    var steps =
        (here == 0 ? "" : link(items.get(here - 1), " rel=\"prev\""))
            + (here == items.size() - 1 ? "" : link(items.get(here + 1), " rel=\"next\""));
    var values =
        Map.of(
            "title", escaped(title) + " – NetNut Maven Plugin",
            "description", escaped(shortened(description(main))).replace("\"", "&quot;"),
            "version", version,
            "sources", REPOSITORY,
            "main", main.strip(),
            "steps", steps,
            "contents", contents(sections, goal(item).isEmpty() ? 2 : 3),
            "menu", menuHtml(menu, item),
            "edit", REPOSITORY + "/blob/HEAD/" + source(item));
    return Pattern.compile("@(\\w+)@")
        .matcher(Files.readString(SOURCES.resolve("page.html")))
        .replaceAll(key -> Matcher.quoteReplacement(values.get(key.group(1))));
  }

  private static String link(Item item, String attributes) {
    return "<a href=\"%s\"%s>%s</a>".formatted(item.page(), attributes, escaped(item.name()));
  }

  private static String menuHtml(Map<String, List<Item>> menu, Item current) {
    var html = new StringBuilder();
    menu.forEach(
        (group, items) -> {
          html.append("<h2>").append(escaped(group)).append("</h2>\n<ul>\n");
          for (var item : items) {
            var mark = item.equals(current) ? " aria-current=\"page\"" : "";
            html.append("<li>").append(link(item, mark)).append("</li>\n");
          }
          html.append("</ul>\n");
        });
    return html.toString();
  }

  /** The name of the goal that the page is about, or nothing. */
  private static String goal(Item item) {
    return item.page().endsWith("-mojo.html") ? item.page().replace("-mojo.html", "") : "";
  }

  /** The file of the repository that has the text of the page. */
  private static String source(Item item) {
    var name = item.page().replace(".html", "");
    var markdown = SOURCES.resolve("markdown/" + name + ".md");
    if (Files.exists(markdown)) {
      return markdown.toString().replace('\\', '/');
    }
    var words = Pattern.compile("(?:^|-)(\\w)").matcher(name).replaceAll(word -> word.group(1).toUpperCase());
    return Files.exists(Path.of(MOJOS + words + ".java")) ? MOJOS + words + ".java" : "src/site/goal-examples.md";
  }

  /** The text with anchors, coloured code, and tables whose cells carry their header. */
  private static String completed(String main) {
    var text = HEADING.matcher(main).replaceAll(it -> Matcher.quoteReplacement(heading(it.group(1), it.group(2), it.group(3))));
    text = TABLE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(table(it.group(1))));
    text = PICTURE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(picture(it.group(2), it.group(1)) + it.group(3) + "</picture>"));
    // A short word of code is not broken at its hyphens.
    text = text.replaceAll("(?<!<pre>)<code>([^<\\n]{1,30})</code>", "<code class=\"short\">$1</code>");
    text = LONG_CODE.matcher(text).replaceAll(it -> Matcher.quoteReplacement(OPTION.matcher(it.group()).replaceAll("<span class=\"short\">$0</span>")));
    return CODE.matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement("<pre><code>" + coloured(it.group(1), it.group(2).stripTrailing()) + "</code></pre>"));
  }

  /** A picture with its size; a phone shows the narrow one if there are two. */
  private static String picture(String name, String start) {
    var narrow = SOURCES.resolve("resources/images/" + name + "-narrow.svg");
    var source =
        Files.exists(narrow)
            ? "<source media=\"(max-width: 500px)\" srcset=\"images/%s-narrow.svg\" %s>".formatted(name, size(narrow))
            : "";
    return "<picture>" + source + start + " " + size(SOURCES.resolve("resources/images/" + name + ".svg"));
  }

  private static String size(Path picture) {
    try {
      return SIZE.matcher(Files.readString(picture)).results().findFirst().orElseThrow().group();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String heading(String before, String level, String text) {
    var id = ID.matcher(before).results().findFirst().orElseThrow().group(1);
    var rest = before.replaceFirst(Pattern.quote("<a id=\"" + id + "\"></a>"), "").replaceAll("<p>\\s*</p>", "");
    var anchor = level.equals("1") ? "" : " <a class=\"anchor\" href=\"#%s\" aria-hidden=\"true\" tabindex=\"-1\">#</a>".formatted(id);
    return "%s<h%s id=\"%s\">%s%s</h%2$s>".formatted(rest, level, id, text, anchor);
  }

  private static String table(String rows) {
    var headers = new ArrayList<String>();
    var html =
        ROW.matcher(rows)
            .replaceAll(
                row -> {
                  var cells = CELL.matcher(row.group(1)).results().toList();
                  boolean isHead = headers.isEmpty();
                  var result = new StringBuilder(isHead ? "<tr class=\"head\">" : "<tr>");
                  for (int i = 0; i < cells.size(); i++) {
                    var content = cells.get(i).group(2).strip();
                    if (isHead) {
                      headers.add(text(content));
                      result.append(content.isEmpty() ? "<td></td>" : "<th scope=\"col\">" + content + "</th>");
                    } else {
                      // Where the first column has no header, its cells are the headers of their rows.
                      var tag = headers.get(i).isEmpty() ? "th scope=\"row\"" : "td";
                      var label = escaped(headers.get(i)).replace("\"", "&quot;");
                      result.append("<%s data-label=\"%s\">%s</%s>".formatted(tag, label, content, tag.substring(0, 2)));
                    }
                  }
                  return Matcher.quoteReplacement(result + "</tr>");
                });
    return "<div class=\"table\"><table class=\"of%d\">%s</table></div>".formatted(headers.size(), html);
  }

  private static String coloured(String language, String code) {
    var colours = COLOURS.get(language == null ? "xml" : language);
    if (colours == null) {
      return code;
    }
    var text =
        colours
            .matcher(code)
            .replaceAll(
                it -> {
                  var kind = it.group(1) != null ? "c" : it.group(2) != null ? "s" : "t";
                  return Matcher.quoteReplacement("<span class=\"%s\">%s</span>".formatted(kind, it.group()));
                });
    return COMMENT.matcher(text).replaceAll(it -> Matcher.quoteReplacement(comment(it.group(1), it.group(2), it.group(3))));
  }

  /** A comment with what the style needs to wrap it below its first word; its last word keeps the end sign. */
  private static String comment(String before, String text, String sign) {
    int mark = sign.replace("&lt;", "<").length() + 1;
    return "%s<span class=\"c line\" style=\"--before: %dch; --mark: %dch\">%s"
        .formatted(before, before.length(), mark, text.replaceFirst("(\\S+ --&gt;)(?=</span>)", "<span>$1</span>"));
  }

  private static List<Section> sections(String main) {
    var headings = HEADING.matcher(main).results().toList();
    var sections = new ArrayList<Section>();
    for (int i = 0; i < headings.size(); i++) {
      var heading = headings.get(i);
      int end = i + 1 < headings.size() ? headings.get(i + 1).start() : main.length();
      sections.add(
          new Section(
              Integer.parseInt(heading.group(2)),
              ID.matcher(heading.group(1)).results().findFirst().orElseThrow().group(1),
              text(heading.group(3)),
              text(FACTS.matcher(main.substring(heading.end(), end)).replaceFirst("$2$1"))));
    }
    return sections;
  }

  /** The text that a browser would show. */
  private static String text(String html) {
    var text = html.replaceAll("</?(code|strong|em|a|span)\\b[^>]*>", "").replaceAll("<[^>]+>", " ");
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

  /** The first text on the page that is no code. */
  private static String description(String main) {
    var parts = HEADING.split(main.replaceAll("(?s)<pre>.*?</pre>|<a class=\"anchor\".*?</a>", ""));
    return Stream.of(parts).map(CompleteSite::text).filter(text -> !text.isEmpty()).findFirst().orElseThrow();
  }

  /** Whole sentences if there is one that fits, else whole words. */
  private static String shortened(String text) {
    if (text.length() <= DESCRIPTION) {
      return text;
    }
    int end = text.lastIndexOf(". ", DESCRIPTION);
    return end > DESCRIPTION / 3 ? text.substring(0, end + 1) : text.substring(0, text.lastIndexOf(' ', DESCRIPTION)) + " …";
  }

  private static String contents(List<Section> sections, int level) {
    var listed = sections.stream().filter(each -> each.level() == level).toList();
    if (listed.size() < LONG) {
      return "";
    }
    var items =
        listed.stream()
            .map(each -> "<li><a href=\"#%s\">%s</a></li>\n".formatted(each.anchor(), escaped(each.heading())))
            .collect(Collectors.joining());
    return "<details class=\"contents\"><summary>On this page</summary>\n<nav aria-label=\"On this page\"><ul>\n"
        + items
        + "</ul></nav></details>";
  }

  private static void addDocument(
      Map<String, Map<String, String>> documents, String page, String title, Section section) {
    var link = page + (section.level() == 1 ? "" : "#" + section.anchor());
    var heading = section.heading();
    documents.put(
        link, Map.of("link", link, "page", title, "heading", heading, "text", section.text()));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
