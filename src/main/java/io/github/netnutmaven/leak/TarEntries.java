package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The files of a tar archive, one after another; the stream ends with each of them. */
final class TarEntries extends InputStream {
  private static final int BLOCK = 512;
  private static final int MAX_LONG_NAME = 8 * BLOCK;

  private final InputStream in;
  private final byte[] header = new byte[BLOCK];
  private long remaining;
  private long padding;

  TarEntries(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next file.
   *
   * @return its name; null if there are no more files
   */
  @Nullable String next() throws IOException {
    var longName = "";
    while (true) {
      in.skipNBytes(remaining + padding);
      remaining = 0;
      padding = 0;
      if (in.readNBytes(header, 0, BLOCK) < BLOCK || header[0] == 0) {
        return null;
      }
      remaining = size();
      padding = (BLOCK - remaining % BLOCK) % BLOCK;
      switch (header[156]) {
        case 'L' -> longName = text(readNBytes(MAX_LONG_NAME), 0, MAX_LONG_NAME);
        case '0', 0, '7' -> {
          return longName.isEmpty() ? name() : longName;
        }
        // A directory, a link, or what pax adds.
        default -> longName = "";
      }
    }
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

  private String name() {
    var prefix = header[345] == 0 ? "" : text(header, 345, 155) + "/";
    return prefix + text(header, 0, 100);
  }

  private static String text(byte[] bytes, int from, int maxLength) {
    int end = from;
    while (end < bytes.length && end < from + maxLength && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /** The size of the file: octal digits or, if it is large, a binary number. */
  private long size() throws ZipException {
    int from = 124;
    long size = 0;
    boolean isOctal = header[from] >= 0;
    for (int i = isOctal ? from : from + 4; i < from + 12; i++) {
      if (!isOctal) {
        size = (size << 8) | (header[i] & 0xff);
      } else if (header[i] >= '0' && header[i] <= '7') {
        size = (size << 3) | (header[i] - '0');
      }
    }
    if (size < 0) {
      throw new ZipException("no size");
    }
    return size;
  }
}
