package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/** A stream that ends after a text; what follows the text can be read afterwards. */
final class UpTo extends InputStream {
  private static final int CHUNK = 1 << 13;

  private final PushbackInputStream in;
  private final byte[] end;
  private int matched;

  /**
   * @param end the text, in ASCII, whose first character is not in it again
   */
  UpTo(String end, InputStream in) {
    this.end = end.getBytes(StandardCharsets.US_ASCII);
    this.in = new PushbackInputStream(in, CHUNK);
  }

  /** Whether the stream ended because of the text. */
  boolean isAtEnd() {
    return matched == end.length;
  }

  /** What follows. */
  InputStream rest() {
    return in;
  }

  @Override
  public int read() throws IOException {
    var single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (isAtEnd()) {
      return -1;
    }
    int count = in.read(bytes, from, Math.min(length, CHUNK));
    for (int i = from; i < from + count; i++) {
      matched = bytes[i] == end[matched] ? matched + 1 : bytes[i] == end[0] ? 1 : 0;
      if (isAtEnd()) {
        in.unread(bytes, i + 1, from + count - i - 1);
        return i + 1 - from;
      }
    }
    return count;
  }
}
