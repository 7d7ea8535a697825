package io.github.netnutmaven.leak;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is looked through while somebody reads it. */
final class SearchedInput extends FilterInputStream {
  private final StreamSearch search;
  private final byte[] one = new byte[1];

  SearchedInput(InputStream in, StreamSearch search) {
    super(in);
    this.search = search;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    if (count > 0) {
      search.feed(bytes, from, count);
    }
    return count;
  }

  /** Reads what it passes over: that is looked through, too. */
  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
