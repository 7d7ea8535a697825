package io.github.netnutmaven.leak;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Searches a file and, if it is an archive, all its entries, in one pass. The archive itself is
 * searched too: its names, its comments, and entries that are not compressed.
 *
 * <p>A jar has thousands of entries. Little memory is allocated for each: streams and buffers are
 * reused, one for each level of archives.
 */
final class ContentSearch {
  /** How many archives an archive may be inside of. */
  private static final int MAX_DEPTH = 8;

  /** How often reading a damaged archive is resumed. */
  private static final int MAX_PARTS = 32;

  private final MultiPatternMatcher matcher;
  private final RedactedNames names;
  private final LeakReport report;
  private final ExpansionLimit limit;
  private final List<SearchedStream> streams = new ArrayList<>();

  ContentSearch(
      MultiPatternMatcher matcher, RedactedNames names, LeakReport report, ExpansionLimit limit) {
    this.matcher = matcher;
    this.names = names;
    this.report = report;
    this.limit = limit;
  }

  /**
   * Searches a file.
   *
   * @param size the file's size in bytes
   */
  void search(InputStream content, long size, Location file) throws IOException {
    limit.reset(size);
    try {
      search(content, file);
    } catch (ExpansionLimit.ExceededException e) {
      warn(file, "expands to far more than its size: the rest was not searched");
    }
  }

  /** Returns the names of the secrets that were found, here and in entries. */
  private Set<String> search(InputStream content, Location location) throws IOException {
    if (streams.size() == location.depth()) {
      streams.add(new SearchedStream(matcher));
    }
    var stream = streams.get(location.depth());
    stream.open(content);
    Set<String> found = Collections.emptySet();
    try {
      var format = stream.format(location.name());
      if (format != Format.PLAIN) {
        found = new HashSet<>();
        unpack(stream, format, location, found);
      }
      stream.drain();
    } finally {
      var matches = stream.finish();
      matches.remove(found);
      if (!matches.isEmpty()) {
        report.found(names.redact(location) + ": " + matches + " " + LeakSource.of(location));
        found = new HashSet<>(found);
        found.addAll(matches.names());
      }
    }
    return found;
  }

  private void unpack(SearchedStream in, Format format, Location location, Set<String> found)
      throws IOException {
    if (location.depth() > MAX_DEPTH) {
      warn(location, "is nested more than " + MAX_DEPTH + " archives deep: not unpacked");
      return;
    }
    try {
      switch (format) {
        case ZIP, BROKEN_ZIP, PROGRAM -> unzip(in, format, location, found);
        case GZIP -> {
          try (var gzip = new GZIPInputStream(in)) {
            searchEntry(limit.limit(gzip), location.entry(unpackedName(location.name())), found);
          }
        }
        case TAR -> {
          var tar = new TarEntries(in);
          for (var name = tar.next(); name != null; name = tar.next()) {
            searchEntry(tar, location.entry(name), found);
          }
        }
        case UNREADABLE ->
            warn(location, "is an archive in a format that Java cannot read: not searched inside");
        case PLAIN -> {}
      }
    } catch (ZipException | EOFException e) {
      warn(location, "is damaged or partly encrypted: not all of it was searched");
    }
  }

  private void unzip(InputStream in, Format format, Location location, Set<String> found)
      throws IOException {
    var rest = ZipEntries.pushback(in);
    if (format == Format.PROGRAM && !ZipEntries.skipProgram(rest)) {
      return;
    }
    boolean isWhole = format != Format.BROKEN_ZIP;
    for (int part = 0; part < MAX_PARTS && ZipEntries.skipToEntry(rest); part++) {
      // Entries end where the directory begins: more of them mean that something is between.
      isWhole &= part == 0;
      var zip = new ZipEntries(rest);
      var content = limit.limit(zip);
      try {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          searchEntry(content, location.entry(entry.getName()), found);
        }
      } catch (ZipException | EOFException | IllegalArgumentException e) {
        // The last is for a name that is not valid.
        isWhole = false;
      }
      rest = zip.rest();
    }
    if (!isWhole) {
      throw new ZipException();
    }
  }

  private void searchEntry(InputStream content, Location entry, Set<String> found)
      throws IOException {
    report.countEntry();
    found.addAll(search(content, entry));
  }

  private static String unpackedName(String name) {
    var file = name.replaceFirst(".*/", "");
    return file.replaceFirst("(?i)\\.tgz$", ".tar").replaceFirst("(?i)\\.gz$", "");
  }

  private void warn(Location location, String problem) {
    report.warn(names.redact(location) + " " + problem + ".");
  }
}
