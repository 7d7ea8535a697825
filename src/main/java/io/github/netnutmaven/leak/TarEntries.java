package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The entries of a tar archive, one after another; the stream ends with each of them. */
final class TarEntries extends InputStream {
  private static final int BLOCK = 512;
  private static final int MAX_NAME = 100;
  private static final int SIZE = 124;
  private static final int SIZE_END = 136;

  private final InputStream in;
  private final byte[] header = new byte[BLOCK];
  private long remaining;
  private long padding;

  TarEntries(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next entry: a file, or what describes the one after it, such as a long name.
   *
   * @return the first 100 bytes of its name; null if there are no more entries
   */
  @Nullable String next() throws IOException {
    in.skipNBytes(remaining + padding);
    remaining = 0;
    padding = 0;
    if (in.readNBytes(header, 0, BLOCK) < BLOCK || header[0] == 0) {
      return null;
    }
    remaining = size();
    padding = (BLOCK - remaining % BLOCK) % BLOCK;
    return new String(header, 0, MAX_NAME, StandardCharsets.UTF_8).replaceFirst("\0.*", "");
  }

  /** The size of the entry, in octal digits. */
  private long size() throws ZipException {
    if (header[SIZE] < 0) {
      throw new ZipException("8 GiB or more");
    }
    long size = 0;
    for (int i = SIZE; i < SIZE_END; i++) {
      if (header[i] >= '0' && header[i] <= '7') {
        size = (size << 3) | (header[i] - '0');
      }
    }
    return size;
  }

  @Override
  public int read() throws IOException {
    var single = new byte[1];
    return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (remaining == 0) {
      return -1;
    }
    int count = in.read(bytes, from, (int) Math.min(remaining, length));
    if (count < 0) {
      throw new ZipException("truncated");
    }
    remaining -= count;
    return count;
  }

  /** Another part of a gzip file is read only if something is available after the first. */
  @Override
  public int available() {
    return (int) Math.min(remaining, Integer.MAX_VALUE);
  }
}
