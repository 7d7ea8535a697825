import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.List;

/**
 * Makes the picture of the way from an account to the search for leaks:
 *
 * <p>{@code java src/site/FlowPicture.java 3 > src/site/resources/images/flow.svg}, and with {@code 2} for
 * {@code flow-narrow.svg}, which a phone shows in a readable size
 */
class FlowPicture {
  /** A step: its name, and a line about it. */
  record Step(String name, String about) {}

  private static final List<Step> STEPS =
      List.of(
          new Step("your account", "settings, variables"),
          new Step("login", "once per build"),
          new Step("check", "the API confirms it"),
          new Step("token", "property, file, program"),
          new Step("your goals", "tests, deploy, release"),
          new Step("leak-check", "fails if it got out"));

  private static final int MARGIN = 8;
  private static final int WIDTH = 176;
  private static final int HEIGHT = 72;
  private static final int GAP = 30;
  private static final int ROW = 114;

  public static void main(String[] arguments) {
    int columns = Integer.parseInt(arguments[0]);
    var drawn = new StringBuilder();
    for (int i = 0; i < STEPS.size(); i++) {
      int x = MARGIN + i % columns * (WIDTH + GAP);
      int y = MARGIN + i / columns * ROW;
      var kind = i == 0 || i == 4 ? "yours" : "ours";
      int middle = x + WIDTH / 2;
      drawn.append("  <rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\"/>\n".formatted(kind, x, y, WIDTH, HEIGHT));
      drawn.append("  <text class=\"name\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(middle, y + 32, STEPS.get(i).name()));
      drawn.append("  <text x=\"%d\" y=\"%d\">%s</text>\n".formatted(middle, y + 56, STEPS.get(i).about()));
      if (i % columns < columns - 1) {
        drawn.append("  <path d=\"M%d %dh%d\"/>\n".formatted(x + WIDTH + 3, y + HEIGHT / 2, GAP - 12));
      } else if (i < STEPS.size() - 1) {
        int half = (ROW - HEIGHT) / 2;
        drawn.append("  <path d=\"M%d %dv%dH%dv%d\"/>\n".formatted(middle, y + HEIGHT + 2, half - 2, MARGIN + WIDTH / 2, half - 9));
      }
    }
    int width = 2 * MARGIN + columns * WIDTH + (columns - 1) * GAP;
    int height = 2 * MARGIN + (STEPS.size() / columns - 1) * ROW + HEIGHT;
    new PrintStream(System.out, true, UTF_8).print(svg(width, height, drawn.toString()));
  }

  private static String svg(int width, int height, String drawn) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-labelledby="title desc">
          <title id="title">From an account to the search for leaks</title>
          <desc id="desc">Your account, from settings.xml or variables, goes to login, which runs once per build. In check, the API confirms the token. The token is in a property, a file or the environment of a program. Your goals use it: tests, deploy, release. At the end, leak-check fails the build if the token got into a file.</desc>
          <!-- Made by FlowPicture.java. -->
          <style>
            .card { fill: #ffffff } .ours { fill: #e6f0fb; stroke: #0b5fae } .yours { fill: #eef1f4; stroke: #7b8794 }
            rect { stroke-width: 1.5 } path { fill: none; stroke: #52606d; stroke-width: 2; marker-end: url(#tip) } #tip path { fill: #52606d; stroke: none; marker-end: none }
            text { font: 14.5px -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; fill: #3e4c59; text-anchor: middle }
            .name { font-size: 19px; font-weight: 650; fill: #1f2933 }
            @media (prefers-color-scheme: dark) {
              .card { fill: #12171d } .ours { fill: #14293f; stroke: #7cb8f5 } .yours { fill: #232c36; stroke: #9fb0c0 }
              path { stroke: #9fb0c0 } #tip path { fill: #9fb0c0 } text { fill: #c3ced9 } .name { fill: #f1f5f9 }
            }
          </style>
          <marker id="tip" viewBox="0 0 8 8" refX="2" refY="4" markerWidth="5" markerHeight="5" orient="auto"><path d="M0 0 8 4 0 8Z"/></marker>
          <rect class="card" width="%1$d" height="%2$d" rx="8"/>
        %3$s</svg>
        """
        .formatted(width, height, drawn);
  }
}
