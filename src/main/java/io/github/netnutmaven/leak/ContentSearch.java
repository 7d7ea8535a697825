package io.github.netnutmaven.leak;

import io.github.netnutmaven.auth.Message;
import io.github.netnutmaven.secret.MultiPatternMatcher;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
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

  /** How many bytes something must inflate to without a fault to count as compressed. */
  private static final int PROBE = 64;

  private final MultiPatternMatcher matcher;
  private final RedactedNames names;
  private final LeakReport report;
  private final SearchBudget budget;
  private final List<SearchedStream> streams = new ArrayList<>();

  ContentSearch(
      MultiPatternMatcher matcher, RedactedNames names, LeakReport report, SearchBudget budget) {
    this.matcher = matcher;
    this.names = names;
    this.report = report;
    this.budget = budget;
  }

  /**
   * Searches a file.
   *
   * @param size the file's size in bytes
   */
  void search(InputStream content, long size, Location file) throws IOException {
    budget.add(size);
    try {
      search(budget.limitTime(content), file);
    } catch (SearchBudget.SpentException e) {
      report.warn(
          Message.of("{} was not searched to its end: {}.", names.redact(file), e.reason()));
    }
  }

  /** Returns the names of the secrets that were found, here and in entries. */
  private Set<String> search(InputStream content, Location location) throws IOException {
    if (!LeakSource.mayHaveProperties(location)) {
      return search(content, location, () -> LeakSource.of(location));
    }
    var properties = new UpTo("</properties>", content);
    var found =
        new HashSet<>(
            search(
                properties,
                location,
                () -> properties.isAtEnd() ? LeakSource.SYSTEM_PROPERTY : LeakSource.of(location)));
    found.addAll(search(properties.rest(), location, () -> LeakSource.of(location)));
    return found;
  }

  private Set<String> search(InputStream content, Location location, Supplier<LeakSource> source)
      throws IOException {
    if (streams.size() == location.depth()) {
      streams.add(new SearchedStream(matcher));
    }
    var stream = streams.get(location.depth());
    stream.open(content);
    Set<String> found = Collections.emptySet();
    try {
      var format = stream.format(location.name());
      if (format != FileFormat.PLAIN) {
        found = new HashSet<>();
        unpack(stream, format, location, found);
      }
      stream.drain();
    } finally {
      var matches = stream.finish();
      matches.remove(found);
      if (!matches.isEmpty()) {
        report.found(names.redact(location), matches.toString(), source.get());
        found = new HashSet<>(found);
        found.addAll(matches.names());
      }
    }
    return found;
  }

  private void unpack(SearchedStream in, FileFormat format, Location location, Set<String> found)
      throws IOException {
    if (location.depth() > MAX_DEPTH) {
      report.warn(
          Message.of(
              "{} is nested more than {} archives deep: not unpacked.",
              names.redact(location),
              MAX_DEPTH));
      return;
    }
    try {
      switch (format) {
        case ZIP -> unzip(in, location, found);
        case PROGRAM -> {
          var rest = ZipEntries.pushback(in);
          if (ZipEntries.skipProgram(rest)) {
            unzip(rest, location, found);
          }
        }
        case GZIP -> {
          try (var gzip = new GZIPInputStream(in)) {
            searchEntry(budget.limit(gzip), location.entry(unpackedName(location.name())), found);
          }
        }
        case ZLIB -> inflate(in, location, found);
        case TAR -> {
          var tar = new TarEntries(in);
          for (var name = tar.next(); name != null; name = tar.next()) {
            searchEntry(tar, location.entry(name), found);
          }
        }
        case BROKEN_ZIP -> throw new ZipException();
        case UNREADABLE ->
            report.warn(
                Message.of(
                    "{} has a format that Java cannot read: not searched inside.",
                    names.redact(location)));
        case PLAIN -> {}
      }
    } catch (ZipException | EOFException e) {
      report.warn(
          Message.of(
              "{} is damaged or partly encrypted: not all of it was searched.",
              names.redact(location)));
    }
  }

  private void unzip(InputStream in, Location location, Set<String> found) throws IOException {
    var zip = new ZipEntries(in);
    try {
      var content = budget.limit(zip);
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        searchEntry(content, location.entry(entry.getName()), found);
      }
      if (zip.hasMore()) {
        throw new ZipException();
      }
    } finally {
      zip.end();
    }
  }

  /** Inflates a file, unless it only begins like a compressed one, as a text with {@code x^2}. */
  private void inflate(InputStream in, Location location, Set<String> found) throws IOException {
    try (var inflated = new PushbackInputStream(new InflaterInputStream(in), PROBE)) {
      try {
        inflated.unread(inflated.readNBytes(PROBE));
      } catch (ZipException | EOFException e) {
        return;
      }
      searchEntry(budget.limit(inflated), location.entry(unpackedName(location.name())), found);
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
}
