package io.github.netnutmaven.leak;

/**
 * Looks through a stream that comes in pieces, in a buffer of fixed size that slides over it and
 * always holds enough of what was before and what comes after.
 */
final class StreamSearch {
  private static final int STEP = 1 << 16;

  private final MultiPatternMatcher index;
  private final int full;
  private final byte[] buffer;
  private Matches matches = new Matches();
  private int filled;
  private int next;

  StreamSearch(MultiPatternMatcher index) {
    this.index = index;
    this.full = 2 * index.reach() + STEP;
    this.buffer = new byte[full + SearchKeys.SIZE];
  }

  /** Goes on with these bytes. */
  void feed(byte[] bytes, int from, int length) {
    int at = from;
    int end = from + length;
    while (at < end) {
      if (filled == full) {
        next = index.search(buffer, next, filled - index.reach(), filled, matches);
        slide();
      }
      int count = Math.min(end - at, full - filled);
      System.arraycopy(bytes, at, buffer, filled, count);
      filled += count;
      at += count;
    }
  }

  /** Ends the stream: what was found in it. The next byte is the first of another stream. */
  Matches finish() {
    index.search(buffer, next, filled, filled, matches);
    var found = matches;
    matches = new Matches();
    filled = 0;
    next = 0;
    return found;
  }

  private void slide() {
    int gone = Math.max(0, next - index.reach());
    System.arraycopy(buffer, gone, buffer, 0, filled - gone);
    filled -= gone;
    next -= gone;
  }
}
