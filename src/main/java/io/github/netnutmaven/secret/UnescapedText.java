package io.github.netnutmaven.secret;

import java.util.Arrays;

/** A text without its escapes, which knows where in the text each of its bytes begins. */
final class UnescapedText {
  private final byte[] text;
  private int textLength;
  private final byte[] bytes;
  private int length;

  /** For each unescaped byte, where it begins in the text. */
  private final int[] origins;

  /** A text of which nothing is unescaped yet. */
  UnescapedText(byte[] text) {
    this.text = text;
    this.bytes = new byte[text.length];
    this.origins = new int[text.length];
  }

  /** Unescapes more, up to this length of the text. */
  void append(int newLength) {
    for (; textLength < newLength; textLength++) {
      int before = length;
      length = Unescaper.append(text, textLength, textLength + 1, bytes, length);
      // An escape begins where its first byte was added.
      if (length > before) {
        Arrays.fill(origins, before, length, textLength);
      }
    }
  }

  /** Begins again, because the text has changed. */
  void reset(int newLength) {
    length = 0;
    textLength = 0;
    append(newLength);
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** Whether it ends with a line. */
  boolean isLine() {
    return length > 0 && bytes[length - 1] == '\n';
  }

  /** Where an unescaped byte begins in the text, after the line break and the indent before it. */
  int start(int offset) {
    int start = origin(offset);
    boolean isBroken = start < textLength && (text[start] == '\n' || text[start] == '\r');
    while (isBroken && start < textLength && isBlank(text[start])) {
      start++;
    }
    return start;
  }

  /** Where the bytes before an unescaped one end, before the line break and the indent. */
  int end(int offset) {
    int end = origin(offset);
    while (isBlank(text[end - 1])) {
      end--;
    }
    return end;
  }

  private static boolean isBlank(byte each) {
    return each == '\n' || each == '\r' || each == ' ' || each == '\t';
  }

  private int origin(int offset) {
    return offset == length ? textLength : origins[offset];
  }
}
