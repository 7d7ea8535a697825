package io.github.netnutmaven.leak;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a zip file, one after another. */
final class ZipEntries extends ZipInputStream {
  private static final int CHUNK = 256;
  private static final int HEADER = 30;
  private static final int MAX_NAME = 1 << 12;

  ZipEntries(InputStream in) {
    // Reads names in old code pages too; those in UTF-8 are marked as such.
    super(in, StandardCharsets.ISO_8859_1);
  }

  /** Throws one exception for everything that is wrong. */
  @Override
  public @Nullable ZipEntry getNextEntry() throws IOException {
    try {
      return super.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("a name is not valid");
    }
  }

  /** Whether there are entries behind those that were read, and so something in between. */
  boolean hasMore() throws IOException {
    return skipToEntry((PushbackInputStream) in);
  }

  /** Frees the memory of the inflater, which garbage collection may free late. */
  void end() {
    inf.end();
  }

  /** A stream that {@link #skipProgram} can read. */
  static PushbackInputStream pushback(InputStream in) {
    return new PushbackInputStream(in, CHUNK);
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

  private static boolean skipToEntry(PushbackInputStream in) throws IOException {
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
