package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that is searched while it is read. It can be opened again for another stream. Its buffer
 * slides over the stream and always holds enough of what precedes and what follows a match.
 */
final class SearchedStream extends InputStream {
  private static final int STEP = 1 << 16;

  private final MultiPatternMatcher matcher;
  private final int capacity;
  private final byte[] buffer;
  private InputStream source = InputStream.nullInputStream();
  private Matches matches = new Matches();

  /** How many bytes of the buffer are filled, read, and searched. */
  private int filled;

  private int read;
  private int searched;

  SearchedStream(MultiPatternMatcher matcher) {
    this.matcher = matcher;
    this.capacity = 2 * matcher.maxBytes() + STEP;
    this.buffer = new byte[capacity + SearchKeys.SIZE];
  }

  /** Begins to read and search this stream, which it does not close. */
  void open(InputStream stream) {
    source = stream;
    filled = 0;
    read = 0;
    searched = 0;
  }

  /**
   * The format of the stream, of which nothing was read yet.
   *
   * @param name the name of the file or entry
   */
  Format format(String name) throws IOException {
    while (filled < Format.HEAD && fill()) {
      // More than the source gives at once may be needed.
    }
    return Format.of(buffer, filled, name);
  }

  /** Reads the rest of the stream, to search it. */
  void drain() throws IOException {
    do {
      read = filled;
    } while (fill());
  }

  /** Searches what was read until now, and returns what was found since the stream was opened. */
  Matches finish() {
    matcher.search(buffer, searched, filled, filled, matches);
    var found = matches;
    if (!found.isEmpty()) {
      matches = new Matches();
    }
    return found;
  }

  @Override
  public int read() throws IOException {
    return read == filled && !fill() ? -1 : buffer[read++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (read == filled && !fill()) {
      return -1;
    }
    int count = Math.min(length, filled - read);
    System.arraycopy(buffer, read, bytes, from, count);
    read += count;
    return count;
  }

  /** Another part of a gzip file is read only if something is available after the first. */
  @Override
  public int available() throws IOException {
    return read < filled ? filled - read : source.available();
  }

  private boolean fill() throws IOException {
    if (filled == capacity) {
      searched = matcher.search(buffer, searched, filled - matcher.maxBytes(), filled, matches);
      int gone = Math.max(0, searched - matcher.maxBytes());
      System.arraycopy(buffer, gone, buffer, 0, filled - gone);
      filled -= gone;
      read -= gone;
      searched -= gone;
    }
    int count = source.read(buffer, filled, capacity - filled);
    filled += Math.max(0, count);
    return count >= 0;
  }
}
