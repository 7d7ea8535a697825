package io.github.netnutmaven.leak;

import io.github.netnutmaven.secret.MultiPatternMatcher;
import io.github.netnutmaven.secret.Unescaper;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that is searched while it is read: as it is, without its escapes, and what its hex dumps
 * show. It can be opened again for another stream.
 */
final class SearchedStream extends InputStream {
  private static final int STEP = 1 << 16;

  private final MultiPatternMatcher matcher;

  /** How many bytes a pattern, an escape or a line of a hex dump has at most. */
  private final int longest;

  private final byte[] buffer;
  private final byte[] unescaped;
  private final byte[] dump;
  private InputStream source = InputStream.nullInputStream();
  private Matches matches = new Matches();

  /** How many bytes of the buffer are filled, and read. */
  private int filled;

  private int read;

  /** How many unescaped bytes there are. */
  private int length;

  /** How many bytes of the buffer were searched for hex dumps, and how many bytes those show. */
  private int undumped;

  private int dumpLength;

  /** Whether the rest is not decoded, because its contents are searched on their own. */
  private boolean isCompressed;

  SearchedStream(MultiPatternMatcher matcher) {
    this.matcher = matcher;
    this.longest = Math.max(matcher.maxBytes(), HexDump.LONGEST_LINE + Unescaper.LONGEST_ESCAPE);
    this.buffer = new byte[longest + STEP];
    this.unescaped = new byte[buffer.length];
    this.dump = new byte[buffer.length + longest];
  }

  /** Begins to read and search this stream, which it does not close. */
  void open(InputStream stream) {
    source = stream;
    filled = 0;
    read = 0;
    length = 0;
    undumped = 0;
    dumpLength = 0;
    isCompressed = false;
  }

  /**
   * The format of the stream, of which nothing was read yet.
   *
   * @param name the name of the file or entry
   */
  FileFormat format(String name) throws IOException {
    while (filled < FileFormat.HEAD && fill()) {
      // More than the source gives at once may be needed.
    }
    var format = FileFormat.of(buffer, filled, name);
    isCompressed = format.isCompressed();
    return format;
  }

  /** Reads the rest of the stream, to search it. */
  void drain() throws IOException {
    do {
      read = filled;
    } while (fill());
  }

  /** Searches what was read until now, and returns what was found since the stream was opened. */
  Matches finish() {
    search(filled);
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

  /** Reads more, after the buffer was read. */
  private boolean fill() throws IOException {
    if (filled == buffer.length) {
      search(filled - HexDump.LONGEST_LINE);
      filled = slide(buffer, filled);
      read = filled;
      length = slide(unescaped, length);
      undumped = filled - HexDump.LONGEST_LINE;
      dumpLength = slide(dump, dumpLength);
    }
    int count = source.read(buffer, filled, buffer.length - filled);
    if (count > 0 && !isCompressed) {
      length = Unescaper.append(buffer, filled, filled + count, unescaped, length);
    }
    filled += Math.max(0, count);
    return count >= 0;
  }

  /** Searches what was read; the bytes from an offset on are later searched for hex dumps. */
  private void search(int end) {
    matcher.search(buffer, filled, matches);
    if (!isCompressed) {
      matcher.search(unescaped, length, matches);
      dumpLength = HexDump.append(buffer, undumped, end, filled, dump, dumpLength);
      undumped = end;
      matcher.search(dump, dumpLength, matches);
    }
  }

  /** Keeps the last bytes, because a match may begin there. */
  private int slide(byte[] bytes, int end) {
    int kept = Math.min(end, longest);
    System.arraycopy(bytes, end - kept, bytes, 0, kept);
    return kept;
  }
}
