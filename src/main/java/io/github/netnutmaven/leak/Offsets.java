package io.github.netnutmaven.leak;

/**
 * The offsets in a text up to which a pattern matches, one for each way to read the text. One
 * object serves for many texts, because a search compares many.
 */
final class Offsets {
  /** The longest indent of a folded line, in blanks. */
  static final int MAX_INDENT = 40;

  /** Only a text that was made for it can be read in more ways. */
  private static final int MAX_COUNT = 64;

  private static final byte[][] LINE_BREAKS = Encodings.bytes(Encodings.lineBreaks());
  private static final String FIRST_OF_BREAKS = "\n\r\\&";
  private static final String LAST_OF_BREAKS = "\nn;";

  private int[] offsets = new int[MAX_COUNT];
  private int[] spare = new int[MAX_COUNT];
  private int count;

  static boolean isBlank(byte character) {
    return character == ' ' || character == '\t';
  }

  /** Starts again with one offset. */
  void reset(int offset) {
    offsets[0] = offset;
    count = 1;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Goes to the other ends of a symbol that begins at these offsets or, backwards, ends there. */
  void step(byte[] text, int end, byte[][] encodings, boolean isForward) {
    var from = offsets;
    offsets = spare;
    spare = from;
    int fromCount = count;
    count = 0;
    for (int i = 0; i < fromCount; i++) {
      for (var encoding : encodings) {
        int start = isForward ? from[i] : from[i] - encoding.length;
        if (isAt(text, end, start, encoding)) {
          add(isForward ? start + encoding.length : start);
        }
      }
    }
  }

  /** Adds the ends of a line break, with or without its indent, that begins at one of these. */
  void addAfterBreak(byte[] text, int end) {
    int before = count;
    for (int i = 0; i < before; i++) {
      if (offsets[i] < end && FIRST_OF_BREAKS.indexOf(text[offsets[i]]) >= 0) {
        for (var lineBreak : LINE_BREAKS) {
          if (isAt(text, end, offsets[i], lineBreak)) {
            addIndent(text, end, offsets[i] + lineBreak.length);
          }
        }
      }
    }
  }

  private void addIndent(byte[] text, int end, int start) {
    int last = Math.min(end - 1, start + MAX_INDENT);
    add(start);
    for (int offset = start; offset < last && isBlank(text[offset]); offset++) {
      add(offset + 1);
    }
  }

  /** Adds the beginnings of a line break that ends, with its indent, at one of these. */
  void addBeforeBreak(byte[] text) {
    int before = count;
    for (int i = 0; i < before; i++) {
      int first = Math.max(0, offsets[i] - MAX_INDENT);
      int offset = offsets[i];
      while (offset > first && isBlank(text[offset - 1])) {
        offset--;
      }
      if (offset > 0 && LAST_OF_BREAKS.indexOf(text[offset - 1]) >= 0) {
        for (var lineBreak : LINE_BREAKS) {
          if (isAt(text, offset, offset - lineBreak.length, lineBreak)) {
            add(offset - lineBreak.length);
          }
        }
      }
    }
  }

  private static boolean isAt(byte[] text, int end, int offset, byte[] bytes) {
    if (offset < 0 || offset + bytes.length > end) {
      return false;
    }
    // Most are a byte or two: that is faster than Arrays.equals, and much faster to compile.
    for (int i = 0; i < bytes.length; i++) {
      if (text[offset + i] != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private void add(int offset) {
    for (int i = 0; i < count; i++) {
      if (offsets[i] == offset) {
        return;
      }
    }
    if (count < MAX_COUNT) {
      offsets[count++] = offset;
    }
  }
}
