package io.github.netnutmaven.leak;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much one file may expand to: an archive of some kilobytes can hold petabytes. */
final class ExpansionLimit {
  /** What any file may expand to, in bytes; searching that takes some seconds. */
  static final long DEFAULT_MINIMUM = 4L << 30;

  /** What a large file may expand to, in times of its size; what Maven packs stays far below. */
  private static final int RATIO = 100;

  private final long minimum;
  private long remaining;

  /**
   * @param minimum what a file may expand to however small it is, in bytes
   */
  ExpansionLimit(long minimum) {
    this.minimum = minimum;
  }

  /** The limit was exceeded. */
  static final class ExceededException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Starts again for a file of this size in bytes. */
  void reset(long fileSize) {
    remaining = Math.max(minimum, RATIO * fileSize);
  }

  /** A stream that throws an {@link ExceededException} when too much was read. */
  InputStream limit(InputStream expanded) {
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
        spend(Math.max(0, count));
        return count;
      }
    };
  }

  private void spend(int count) throws ExceededException {
    remaining -= count;
    if (remaining < 0) {
      throw new ExceededException();
    }
  }
}
