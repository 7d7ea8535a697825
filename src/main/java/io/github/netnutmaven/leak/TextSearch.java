package io.github.netnutmaven.leak;

import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.Unescaper;
import java.io.IOException;
import java.io.InputStream;

/**
 * Searches texts: as they are, without their escapes, and what their hex dumps show. The buffers
 * are used for one text after another.
 */
final class TextSearch {
  private static final int STEP = 1 << 16;

  private final MultiPatternMatcher matcher;

  /** How many bytes a pattern, an escape or a line of a hex dump has at most. */
  private final int longest;

  private final byte[] text;
  private final byte[] unescaped;
  private final byte[] dump;

  /** How many bytes of each there are. */
  private int textLength;

  private int unescapedLength;
  private int dumpLength;

  /** How many bytes of the text were searched for hex dumps. */
  private int undumped;

  TextSearch(MultiPatternMatcher matcher) {
    this.matcher = matcher;
    this.longest = Math.max(matcher.maxBytes(), HexDump.LONGEST_LINE + Unescaper.LONGEST_ESCAPE);
    this.text = new byte[longest + STEP];
    this.unescaped = new byte[text.length];
    this.dump = new byte[text.length + longest];
  }

  /** Searches a stream to its end or its first fault, and does not close it. */
  void search(InputStream in, Matches found) throws IOException {
    textLength = 0;
    unescapedLength = 0;
    dumpLength = 0;
    undumped = 0;
    try {
      int count = 0;
      while (count >= 0) {
        add(count);
        if (textLength == text.length) {
          search(textLength - HexDump.LONGEST_LINE, found);
          slide();
        }
        count = in.read(text, textLength, text.length - textLength);
      }
    } finally {
      search(textLength, found);
    }
  }

  private void add(int count) {
    int end = textLength + count;
    unescapedLength = Unescaper.append(text, textLength, end, unescaped, unescapedLength);
    textLength = end;
  }

  /** Searches what was read; the bytes from an offset on are later searched for hex dumps. */
  private void search(int end, Matches found) {
    matcher.search(text, textLength, found);
    matcher.search(unescaped, unescapedLength, found);
    dumpLength = HexDump.append(text, undumped, end, textLength, dump, dumpLength);
    undumped = end;
    matcher.search(dump, dumpLength, found);
  }

  /** Keeps the last bytes, because a match may begin there. */
  private void slide() {
    textLength = slide(text, textLength);
    unescapedLength = slide(unescaped, unescapedLength);
    dumpLength = slide(dump, dumpLength);
    undumped = textLength - HexDump.LONGEST_LINE;
  }

  private int slide(byte[] bytes, int end) {
    int kept = Math.min(end, longest);
    System.arraycopy(bytes, end - kept, bytes, 0, kept);
    return kept;
  }
}
