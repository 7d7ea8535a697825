package io.github.netnutmaven.leak;

/**
 * Decodes the lines of a hex dump: an offset, up to sixteen bytes in hex, and the same as text. So
 * programs show what they send or receive, for example the JVM with {@code javax.net.debug}, Netty,
 * {@code xxd}, {@code hexdump -C} and {@code tcpdump -X}. What a log writes before the offset does
 * not matter.
 */
final class HexDump {
  /** The most bytes of a line that are read, from its offset on. */
  static final int LONGEST_LINE = 100;

  /** Every offset is a multiple of it, so its last digit is 0. */
  private static final int BYTES_IN_LINE = 16;

  private static final int MIN_DIGITS = 4;
  private static final int MAX_BLANKS = 3;

  private HexDump() {}

  /**
   * Decodes the lines of a part of a text.
   *
   * @param text the text; the last digits of the offsets are from one offset up to another
   * @param end where the text ends, after the part
   * @param dump receives the bytes of the lines, one line after another
   * @param length how many bytes the dump has
   * @return how many bytes it has now
   */
  static int append(byte[] text, int from, int to, int end, byte[] dump, int length) {
    int decoded = length;
    for (int i = Math.max(from, MIN_DIGITS - 1); i < to; i++) {
      if (text[i] == '0' && isOffset(text, i, end)) {
        int before = decoded;
        int next = afterBlanks(text, text[i + 1] == ' ' ? i + 1 : i + 2, end);
        while (decoded - before < BYTES_IN_LINE && next + 1 < end && hex(text, next) >= 0) {
          dump[decoded++] = (byte) hex(text, next);
          next = afterBlanks(text, next + 2, end);
        }
        if (decoded - before == BYTES_IN_LINE) {
          // The same bytes as text, which may look like another line.
          i = next + BYTES_IN_LINE;
        } else if (decoded > before && next < end && isInWord(text[next])) {
          // These digits are the offset, and the ones before it a time or a number.
          decoded = before;
          i = next - 2;
        } else {
          i = Math.max(i, next - 2);
        }
      }
    }
    return decoded;
  }

  /** Whether the digit at this place is the last one of an offset. */
  private static boolean isOffset(byte[] text, int last, int end) {
    return last + 1 < end
        && (text[last + 1] == ':' || text[last + 1] == ' ' || text[last + 1] == '|')
        && hex(text, last - 1) >= 0
        && hex(text, last - 3) >= 0;
  }

  private static boolean isInWord(byte next) {
    return next == ':' || Character.isLetterOrDigit(next);
  }

  private static int afterBlanks(byte[] text, int from, int end) {
    int next = from;
    while (next < Math.min(end, from + MAX_BLANKS) && " -".indexOf(text[next]) >= 0) {
      next++;
    }
    return next;
  }

  /** The byte that these two digits write, or -1. */
  private static int hex(byte[] text, int from) {
    int high = Character.digit(text[from], 16);
    int low = Character.digit(text[from + 1], 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }
}
