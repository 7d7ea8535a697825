package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** The entries of a zip file, one after another; what follows them can be read afterwards. */
final class ZipEntries extends ZipInputStream {
  private static final int CHUNK = 256;
  private static final int HEADER = 30;
  private static final int MAX_NAME = 1 << 12;

  ZipEntries(PushbackInputStream in) {
    // Reads names in old code pages too; those in UTF-8 are marked as such.
    super(in, StandardCharsets.ISO_8859_1);
  }

  /** A stream that the methods of this class can read. */
  static PushbackInputStream pushback(InputStream in) {
    return new PushbackInputStream(in, CHUNK);
  }

  /** What follows the last entry that was read. No more entries can be read after this call. */
  PushbackInputStream rest() {
    // The inflater's memory is outside of the heap, and garbage collection may free it late.
    inf.end();
    return (PushbackInputStream) in;
  }

  /**
   * Skips what is not an entry: a program at the start of a self-extracting archive, or damage.
   *
   * @return whether an entry follows
   */
  static boolean skipToEntry(PushbackInputStream in) throws IOException {
    var chunk = new byte[CHUNK];
    while (true) {
      int count = in.readNBytes(chunk, 0, CHUNK);
      for (int i = 0; i + 4 <= count; i++) {
        if (chunk[i] == 'P' && chunk[i + 1] == 'K' && chunk[i + 2] == 3 && chunk[i + 3] == 4) {
          in.unread(chunk, i, count - i);
          return true;
        }
      }
      if (count < CHUNK) {
        return false;
      }
      in.unread(chunk, CHUNK - 3, 3);
    }
  }

  /**
   * Skips a program before an archive.
   *
   * @return whether an entry follows, and not only four bytes of code that look like one
   */
  static boolean skipProgram(PushbackInputStream in) throws IOException {
    while (skipToEntry(in)) {
      var header = in.readNBytes(HEADER);
      in.unread(header);
      if (header.length == HEADER && isPlausible(header)) {
        return true;
      }
      in.skipNBytes(4);
    }
    return false;
  }

  /** Whether the version and the method can exist, and the name is neither empty nor huge. */
  private static boolean isPlausible(byte[] header) {
    int nameLength = number(header, 26);
    return number(header, 4) < 100
        && number(header, 8) < 100
        && nameLength > 0
        && nameLength < MAX_NAME;
  }

  private static int number(byte[] header, int offset) {
    return (header[offset] & 0xff) | ((header[offset + 1] & 0xff) << 8);
  }
}
