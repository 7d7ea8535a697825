import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes the picture of the first page from the output of a real build:
 *
 * <p>after {@code mvn -Pquickstart verify}, {@code java src/site/TerminalPicture.java < target/it/quickstart/quickstart/build.log >
 * src/site/resources/images/terminal.svg}
 */
class TerminalPicture {
  private static final Pattern SHOWN =
      Pattern.compile(
          "\\[INFO] (Started a sandbox|Logged in as|Searched|BUILD SUCCESS).*|The API at .* accepts the token.*");

  /** In characters, so that a phone shows the text in a readable size. */
  private static final int WIDTH = 62;

  private static final double EM = 7.83;
  private static final int LINE = 19;

  public static void main(String[] arguments) {
    var log = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    var shown = new ArrayList<>(List.of("$ mvn verify"));
    log.lines().filter(line -> SHOWN.matcher(line).matches()).distinct().forEach(shown::add);
    new PrintStream(System.out, true, UTF_8).print(svg(shown));
  }

  private static String svg(List<String> lines) {
    var text = new StringBuilder();
    int y = 30;
    for (var line : lines) {
      text.append("  <text xml:space=\"preserve\">");
      for (var part : wrapped(line)) {
        text.append("<tspan x=\"16\" y=\"%d\">%s</tspan>".formatted(y, escaped(part)));
        y += LINE;
      }
      text.append("</text>\n");
    }
    int width = (int) (WIDTH * EM) + 32;
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="title desc">
          <title id="title">The output of a build</title>
          <desc id="desc">The lines that mvn verify prints about the token. The build starts the sandbox, logs in, runs a test with the token, and searches for leaks.</desc>
          <!-- Made by TerminalPicture.java. -->
          <style>text { font: 13px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #f1f5f9 }</style>
          <rect width="%1$d" height="%2$d" rx="8" fill="#1f2933"/>
        %3$s</svg>
        """
        .formatted(width, y, text);
  }

  /** The line, divided after blanks where it is too long. */
  private static List<String> wrapped(String line) {
    var parts = new ArrayList<String>();
    var rest = line;
    while (rest.length() > WIDTH) {
      int end = rest.lastIndexOf(' ', WIDTH - 1) + 1;
      parts.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    parts.add(rest);
    return parts;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
