package io.github.netnutmaven.leak;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much one file may expand to: an archive of some kilobytes can hold petabytes. */
final class ExpansionLimit {
  /** What any file may expand to, in bytes: that is looked through in some seconds. */
  static final long AT_LEAST = 4L << 30;

  /** What a large one may expand to, in times of its size; what Maven packs stays far below. */
  private static final int RATIO = 100;

  private long left;

  /**
   * @param size the file's, in bytes
   * @param atLeast what it may expand to however small it is
   */
  ExpansionLimit(long size, long atLeast) {
    this.left = Math.max(atLeast, RATIO * size);
  }

  /** It is used up. */
  static final class UsedUpException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A stream whose bytes count. */
  InputStream spentOn(InputStream expanded) {
    return new FilterInputStream(expanded) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        spend(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        spend(count);
        return count;
      }
    };
  }

  private void spend(int count) throws UsedUpException {
    left -= Math.max(0, count);
    if (left < 0) {
      throw new UsedUpException();
    }
  }
}
