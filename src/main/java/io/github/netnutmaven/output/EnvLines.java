package io.github.netnutmaven.output;

import java.util.ArrayList;
import java.util.List;

/** Finds our variable in a file of variables. */
final class EnvLines {
  /** How a line of ours begins. */
  static final String VARIABLE = "NETNUT_TOKEN=";

  private EnvLines() {}

  /**
   * A line, without the newline at its end.
   *
   * @param start where it begins in the file
   * @param end where it ends
   */
  record Line(int start, int end) {
    int length() {
      return end - start;
    }
  }

  /**
   * Our lines in a file. What looks like one in a block, as GitHub's files have them for values of
   * many lines ({@code NAME<<WORD} to {@code WORD}), belongs to another's value.
   */
  static List<Line> in(String text) {
    var lines = new ArrayList<Line>();
    var blockEnd = "";
    int beforeBlock = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      var line = text.substring(start, end);
      if (line.startsWith(VARIABLE)) {
        lines.add(new Line(start, end));
      }
      if (blockEnd.isEmpty()) {
        blockEnd = endOfBlock(line);
        beforeBlock = lines.size();
      } else if (line.equals(blockEnd)) {
        lines.subList(beforeBlock, lines.size()).clear();
        blockEnd = "";
      }
      start = end + 1;
    }
    // A block that never ends is none.
    return lines;
  }

  /** The line that ends the block that a line begins, or nothing. */
  private static String endOfBlock(String line) {
    int mark = line.indexOf("<<");
    int equals = line.indexOf('=');
    return mark > 0 && (equals < 0 || mark < equals) ? line.substring(mark + 2) : "";
  }
}
