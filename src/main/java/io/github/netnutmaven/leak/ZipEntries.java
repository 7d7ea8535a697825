package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** The entries of a zip file, front to back; what is left after them can be read on. */
final class ZipEntries extends ZipInputStream {
  private static final int PIECE = 256;
  private static final int HEADER = 30;
  private static final int LONGEST_NAME = 1 << 12;

  ZipEntries(PushbackInputStream in) {
    // Names in old code pages are no error; those in UTF-8 are marked as such.
    super(in, StandardCharsets.ISO_8859_1);
  }

  /** Ends the reading of entries; returns what comes after the last one, read ahead or not. */
  PushbackInputStream rest() {
    // The inflater's memory is outside the heap, and the garbage collector may free it late.
    inf.end();
    return (PushbackInputStream) in;
  }

  /**
   * Passes over what is no entry: a program before an archive that starts by itself, or damage.
   *
   * @return whether an entry comes next
   */
  static boolean skipToEntry(PushbackInputStream in) throws IOException {
    var piece = new byte[PIECE];
    while (true) {
      int count = in.readNBytes(piece, 0, PIECE);
      for (int i = 0; i + 4 <= count; i++) {
        if (piece[i] == 'P' && piece[i + 1] == 'K' && piece[i + 2] == 3 && piece[i + 3] == 4) {
          in.unread(piece, i, count - i);
          return true;
        }
      }
      if (count < PIECE) {
        return false;
      }
      in.unread(piece, PIECE - 3, 3);
    }
  }

  /**
   * Passes over a program before an archive.
   *
   * @return whether an entry comes next, and not just four bytes of code that look like one
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

  /** Whether its version and method can exist, and its name is neither empty nor huge. */
  private static boolean isPlausible(byte[] header) {
    int version = number(header, 4);
    int method = number(header, 8);
    int nameLength = number(header, 26);
    return version < 100 && method < 100 && nameLength > 0 && nameLength < LONGEST_NAME;
  }

  private static int number(byte[] header, int at) {
    return (header[at] & 0xff) | ((header[at + 1] & 0xff) << 8);
  }
}
