package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/** The files of a tar archive, front to back, as a stream that ends with each one. */
final class TarEntries extends InputStream {
  private static final int BLOCK = 512;

  private final InputStream in;
  private long left;
  private long padding;
  private String longName = "";

  TarEntries(InputStream in) {
    this.in = in;
  }

  /**
   * Comes to the next file.
   *
   * @return its name, or empty if there is none
   */
  String next() throws IOException {
    while (true) {
      pass(left + padding);
      var header = in.readNBytes(BLOCK);
      if (header.length < BLOCK || header[0] == 0) {
        return "";
      }
      left = number(header, 124, 12);
      padding = (BLOCK - left % BLOCK) % BLOCK;
      char type = (char) header[156];
      if (type == 'L') {
        longName = new String(readNBytes(BLOCK * 8), StandardCharsets.UTF_8).replace("\0", "");
      } else {
        var name = longName.isEmpty() ? name(header) : longName;
        longName = "";
        if (type == '0' || type == 0 || type == '7') {
          return name;
        }
      }
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(bytes, from, (int) Math.min(left, length));
    if (count < 0) {
      throw new ZipException("cut off");
    }
    left -= count;
    return count;
  }

  private void pass(long count) throws IOException {
    in.skipNBytes(count);
    left = 0;
    padding = 0;
  }

  private static String name(byte[] header) {
    var prefix = header[345] == 0 ? "" : text(header, 345, 155) + "/";
    return prefix + text(header, 0, 100);
  }

  private static String text(byte[] header, int from, int size) {
    var text = new String(header, from, size, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** In octal digits or, if it is large, in bytes. */
  private static long number(byte[] header, int from, int size) throws ZipException {
    long number = 0;
    boolean octal = header[from] >= 0;
    for (int i = octal ? from : from + 4; i < from + size; i++) {
      if (!octal) {
        number = (number << 8) | (header[i] & 0xff);
      } else if (header[i] >= '0' && header[i] <= '7') {
        number = (number << 3) | (header[i] - '0');
      }
    }
    if (number < 0) {
      throw new ZipException("no size");
    }
    return number;
  }
}
