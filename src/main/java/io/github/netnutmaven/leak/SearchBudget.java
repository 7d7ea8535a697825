package io.github.netnutmaven.leak;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much all files of a search may expand to, and how long it may take: an archive of some
 * kilobytes can hold petabytes.
 */
final class SearchBudget {
  /** What all files may expand to, in bytes; searching that takes some seconds. */
  static final long BYTES = 4L << 30;

  /** The limit on the whole search; a build directory of gigabytes takes less. */
  static final Duration TIME = Duration.ofMinutes(10);

  /** How many bytes that are read one by one pass between two looks at the clock. */
  private static final int CLOCK_STEP = 1 << 16;

  /** What each file adds, in times of its size; what Maven packs expands to far less. */
  private static final int RATIO = 100;

  private final LongSupplier nanoTime;
  private final long end;
  private long bytes;

  /**
   * Starts the time.
   *
   * @param bytes what the files may expand to however small they are
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  SearchBudget(long bytes, LongSupplier nanoTime) {
    this.bytes = bytes;
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + TIME.toNanos();
  }

  /** The budget is spent; the message says what on. */
  static final class SpentException extends IOException {
    private static final long serialVersionUID = 1L;

    private SpentException(String reason) {
      super(reason);
    }
  }

  /**
   * Adds what a file of this size may expand to.
   *
   * @throws SpentException if the time is over
   */
  void add(long fileSize) throws SpentException {
    requireTime();
    bytes = Math.max(0, bytes) + RATIO * Math.min(fileSize, 1L << 50);
  }

  /**
   * The same stream, which throws a {@link SpentException} when the time is over or the bytes are
   * spent, and which stays open: an archive goes on after its entry.
   */
  InputStream limit(InputStream in) {
    return new Limited(in);
  }

  private void requireTime() throws SpentException {
    if (nanoTime.getAsLong() - end > 0) {
      throw new SpentException("the search has taken " + TIME.toMinutes() + " minutes");
    }
  }

  private void spend(int count) throws SpentException {
    bytes -= Math.max(0, count);
    if (bytes < 0) {
      throw new SpentException("the archives expand to far more than their sizes");
    }
  }

  private final class Limited extends FilterInputStream {
    private Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      if (bytes % CLOCK_STEP == 0) {
        requireTime();
      }
      int next = super.read();
      spend(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      requireTime();
      int count = super.read(buffer, from, length);
      spend(count);
      return count;
    }

    @Override
    public void close() {
      // Whoever opened the file closes it.
    }
  }
}
