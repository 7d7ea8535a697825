package io.github.netnutmaven.leak;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Looks through a file and, if it is an archive, through what is packed in it, all in one pass. An
 * archive is looked at as it is, too: its names, its comments, and what is not compressed.
 */
final class ContentSearch {
  /** How deep archives may stand in the outermost one. */
  private static final int DEEPEST = 8;

  /** How often reading a damaged archive is taken up again. */
  private static final int MOST_PARTS = 32;

  private final MultiPatternMatcher index;
  private final Names names;
  private final LeakReport report;
  private final long expansion;
  private final List<StreamSearch> searches = new ArrayList<>();
  private final byte[] drain = new byte[1 << 16];

  /**
   * @param expansion what any file may expand to, in bytes
   */
  ContentSearch(MultiPatternMatcher index, Names names, LeakReport report, long expansion) {
    this.expansion = expansion;
    this.index = index;
    this.names = names;
    this.report = report;
  }

  /**
   * Looks through a file.
   *
   * @param size the file's, in bytes
   */
  void search(InputStream file, long size, Location place) throws IOException {
    try {
      search(file, place, 0, new ExpansionLimit(size, expansion));
    } catch (ExpansionLimit.UsedUpException e) {
      warn(place, "expands to far more than its size: the rest of it was not looked into");
    }
  }

  /** Returns the names of the secrets that were found. */
  private Set<String> search(
      InputStream content, Location place, int depth, ExpansionLimit allowance) throws IOException {
    var search = searchAt(depth);
    var in =
        new PushbackInputStream(
            new SearchedInput(new BufferedInputStream(content), search), Format.HEAD);
    var found = new HashSet<String>();
    try {
      var head = in.readNBytes(Format.HEAD);
      in.unread(head);
      unpack(in, Format.of(head, place.innermost()), place, depth, allowance, found);
      while (in.read(drain) >= 0) {
        // Whoever reads it has it looked through.
      }
    } finally {
      var matches = search.finish();
      matches.remove(found);
      if (!matches.isEmpty()) {
        found.addAll(matches.names());
        report.found(names.shown(place) + ": " + matches + " " + Cause.of(place));
      }
    }
    return found;
  }

  private void unpack(
      PushbackInputStream in,
      Format format,
      Location place,
      int depth,
      ExpansionLimit allowance,
      Set<String> found)
      throws IOException {
    if (format == Format.PLAIN) {
      return;
    }
    if (depth > DEEPEST) {
      warn(place, "stands more than " + DEEPEST + " archives deep: not looked into");
      return;
    }
    try {
      switch (format) {
        case ZIP, BROKEN_ZIP -> unzip(in, format == Format.ZIP, place, depth, allowance, found);
        case PROGRAM -> {
          if (ZipEntries.skipProgram(in)) {
            unzip(in, true, place, depth, allowance, found);
          }
        }
        case GZIP -> {
          var expanded = allowance.spentOn(new GZIPInputStream(in));
          entry(expanded, place.inside(unpacked(place.innermost())), depth, allowance, found);
        }
        case TAR -> untar(in, place, depth, allowance, found);
        case UNREADABLE -> warn(place, "is compressed in a way that Java cannot read");
        case PLAIN -> {}
      }
    } catch (ZipException | EOFException e) {
      damaged(place);
    }
  }

  private void unzip(
      PushbackInputStream in,
      boolean beginsWell,
      Location place,
      int depth,
      ExpansionLimit allowance,
      Set<String> found)
      throws IOException {
    var rest = in;
    boolean whole = beginsWell;
    for (int part = 0; part < MOST_PARTS && ZipEntries.skipToEntry(rest); part++) {
      // Entries end where the directory begins: more of them show that something is between.
      whole &= part == 0;
      var zip = new ZipEntries(rest);
      try {
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          entry(allowance.spentOn(zip), place.inside(entry.getName()), depth, allowance, found);
        }
      } catch (ZipException | EOFException | IllegalArgumentException e) {
        // The last is for a name that is none.
        whole = false;
      }
      rest = zip.rest();
    }
    if (!whole) {
      damaged(place);
    }
  }

  private void untar(
      InputStream in, Location place, int depth, ExpansionLimit allowance, Set<String> found)
      throws IOException {
    var tar = new TarEntries(in);
    for (var name = tar.next(); !name.isEmpty(); name = tar.next()) {
      entry(tar, place.inside(name), depth, allowance, found);
    }
  }

  private void entry(
      InputStream entry, Location place, int depth, ExpansionLimit allowance, Set<String> found)
      throws IOException {
    report.countEntry();
    found.addAll(search(entry, place, depth + 1, allowance));
  }

  private static String unpacked(String name) {
    var file = name.substring(name.lastIndexOf('/') + 1);
    return file.replaceFirst("(?i)\\.tgz$", ".tar").replaceFirst("(?i)\\.gz$", "");
  }

  private void damaged(Location place) {
    warn(place, "is damaged, or in part encrypted: not all of it could be looked into");
  }

  private void warn(Location place, String what) {
    report.warn(names.shown(place) + " " + what + ".");
  }

  private StreamSearch searchAt(int depth) {
    while (searches.size() <= depth) {
      searches.add(new StreamSearch(index));
    }
    return searches.get(depth);
  }
}
