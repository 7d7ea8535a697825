package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.secret.MultiPatternMatcher;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Searches a file and, if it is an archive, all its entries, in one pass. What is not unpacked is
 * searched as it is.
 */
final class ContentSearch {
  /** How many archives an archive may be inside of. */
  private static final int MAX_DEPTH = 8;

  /** What each entry of a zip file begins with. */
  private static final String ZIP_ENTRY = "PK\3\4";

  /** How many bytes follow those before the entry's name. */
  private static final int ZIP_HEADER = 26;

  private final LeakReport report;
  private final SearchBudget budget;
  private final TextSearch texts;
  private final byte[] head = new byte[FileFormat.HEAD];

  ContentSearch(MultiPatternMatcher matcher, LeakReport report, SearchBudget budget) {
    this.report = report;
    this.budget = budget;
    this.texts = new TextSearch(matcher);
  }

  /**
   * Searches a file.
   *
   * @param size the file's size in bytes
   */
  void search(InputStream content, long size, Location file) throws IOException {
    try {
      budget.add(size);
      search(content, file);
    } catch (SearchBudget.SpentException e) {
      report.warn(
          Message.of(
              "{} was not searched to its end: {}.",
              report.redact(file),
              String.valueOf(e.getMessage())));
    }
  }

  private void search(InputStream content, Location location) throws IOException {
    report.found(location, report.matches(location.name()), () -> LeakSource.FILE_NAME);
    var start = new PushbackInputStream(content, FileFormat.HEAD);
    int length = start.readNBytes(head, 0, head.length);
    start.unread(head, 0, length);
    var format = FileFormat.of(head, length, location.name());
    // A jar has thousands of entries, and few of them need a buffer.
    var in = budget.limit(format == FileFormat.PLAIN ? start : new BufferedInputStream(start));
    try {
      unpack(in, format, location);
    } catch (ZipException | EOFException e) {
      report.warn(
          Message.of(
              "{} is damaged or partly encrypted: not all of it was searched.",
              report.redact(location)));
    }
    searchText(in, location);
  }

  private void unpack(InputStream in, FileFormat format, Location location) throws IOException {
    if (format != FileFormat.PLAIN && location.depth() > MAX_DEPTH) {
      report.warn(
          Message.of(
              "{} is nested more than {} archives deep: not unpacked.",
              report.redact(location),
              MAX_DEPTH));
      return;
    }
    switch (format) {
      case ZIP -> {
        if (!unzip(in, location)) {
          throw new ZipException("no entry");
        }
      }
      case PROGRAM -> unzip(in, location);
      case GZIP -> {
        try (var gzip = new GZIPInputStream(in)) {
          searchEntry(gzip, location, unpackedName(location.name()));
        }
      }
      case TAR -> {
        var tar = new TarEntries(in);
        for (var name = tar.next(); name != null; name = tar.next()) {
          searchEntry(tar, location, name);
        }
      }
      case GIT_OBJECT -> {
        try (var inflated = new InflaterInputStream(in)) {
          searchEntry(inflated, location, unpackedName(location.name()));
        }
      }
      case UNREADABLE ->
          report.warn(
              Message.of(
                  "{} has a format that Java cannot read: not searched inside.",
                  report.redact(location)));
      case PLAIN -> {}
    }
  }

  /**
   * Searches an archive and the program before it, if there is one; returns whether it is there.
   */
  private boolean unzip(InputStream in, Location location) throws IOException {
    var start = new PushbackInputStream(in, ZIP_HEADER);
    do {
      var program = new UpTo(ZIP_ENTRY, start);
      searchText(program, location);
      if (!program.isAtEnd()) {
        return false;
      }
    } while (!isEntry(start));
    var signature = new ByteArrayInputStream(ZIP_ENTRY.getBytes(StandardCharsets.US_ASCII));
    try (var zip = new Zip(new SequenceInputStream(signature, start))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        searchEntry(zip, location, entry.getName());
      }
      var rest = new UpTo(ZIP_ENTRY, zip.rest());
      searchText(rest, location);
      if (rest.isAtEnd()) {
        throw new ZipException("something else between two entries");
      }
    }
    return true;
  }

  /** Whether the header of an entry follows, and not code with the same first four bytes. */
  private static boolean isEntry(PushbackInputStream in) throws IOException {
    var bytes = in.readNBytes(ZIP_HEADER);
    in.unread(bytes);
    // The version and the method that it needs, and how long its name is.
    var header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.length == ZIP_HEADER
        && header.getChar(0) < 100
        && header.getChar(4) < 100
        && header.getChar(22) > 0;
  }

  private void searchEntry(InputStream content, Location archive, String name) throws IOException {
    report.countEntry();
    search(content, archive.entry(name));
  }

  private static String unpackedName(String name) {
    var file = name.replaceFirst(".*/", "");
    return file.replaceFirst("(?i)\\.tgz$", ".tar").replaceFirst("(?i)\\.gz$", "");
  }

  /** Searches the rest of a file as it is. */
  private void searchText(InputStream in, Location location) throws IOException {
    var text = in;
    if (LeakSource.mayHaveProperties(location)) {
      text = new BufferedInputStream(in);
      var properties = new UpTo("</properties>", text);
      searchText(
          properties,
          location,
          () -> properties.isAtEnd() ? LeakSource.SYSTEM_PROPERTY : LeakSource.of(location));
    }
    searchText(text, location, () -> LeakSource.of(location));
  }

  private void searchText(InputStream in, Location location, Supplier<LeakSource> source)
      throws IOException {
    var found = new Matches();
    try {
      texts.search(in, found);
    } finally {
      report.found(location, found, source);
    }
  }

  /** The entries of a zip file, and what follows them. */
  private static final class Zip extends ZipInputStream {
    private Zip(InputStream in) {
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

    private InputStream rest() {
      return in;
    }
  }
}
