package io.github.netnutmaven.output;

import java.util.ArrayList;
import java.util.List;

/** Finds the lines of a file of variables that set a variable. */
final class EnvLines {
  private EnvLines() {}

  /**
   * A line.
   *
   * @param start the offset of its first byte
   * @param end the offset after its last byte, without the newline
   */
  record Line(int start, int end) {
    int length() {
      return end - start;
    }
  }

  /**
   * The lines that begin with the variable's name and {@code =}. Lines in a block do not count:
   * GitHub's files have blocks for values of several lines, from {@code NAME<<WORD} to {@code
   * WORD}.
   */
  static List<Line> in(String text, String beginning) {
    var lines = new ArrayList<Line>();
    var blockEnd = "";
    int beforeBlock = 0;
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      var line = text.substring(start, end);
      if (line.startsWith(beginning)) {
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
    // A block without an end is not a block.
    return lines;
  }

  /** The line at the end of the block that a line begins; empty if it begins none. */
  private static String endOfBlock(String line) {
    int mark = line.indexOf("<<");
    int equals = line.indexOf('=');
    return mark > 0 && (equals < 0 || mark < equals) ? line.substring(mark + 2) : "";
  }
}
