package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;

/**
 * The part of a stream up to a text and with it; what follows is left in the stream, which is
 * buffered.
 */
@SuppressWarnings("InputStreamSlowMultibyteRead") // It must not read beyond the text.
final class UpTo extends InputStream {
  private final InputStream in;
  private final String end;
  private int matched;

  /**
   * @param end the text, in ASCII, whose first character is not in it again
   */
  UpTo(String end, InputStream in) {
    this.end = end;
    this.in = in;
  }

  /** Whether the text came, and not the end of the stream. */
  boolean isAtEnd() {
    return matched == end.length();
  }

  @Override
  public int read() throws IOException {
    if (isAtEnd()) {
      return -1;
    }
    int next = in.read();
    if (next != end.charAt(matched)) {
      matched = 0;
    }
    if (next == end.charAt(matched)) {
      matched++;
    }
    return next;
  }
}
