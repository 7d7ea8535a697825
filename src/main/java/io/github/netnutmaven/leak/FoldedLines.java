package io.github.netnutmaven.leak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for patterns whose front anchor is folded over two lines, so that it is not there as a
 * whole. At each line feed, the bytes before and after it tell which pattern may be around it.
 */
final class FoldedLines {
  /** Which bytes are before a line feed in some pattern; most line feeds need no further look. */
  private final boolean[] ends = new boolean[1 << 8];

  /** What may be folded, by the bytes before and after. */
  private final Map<Integer, List<Spot>> spots = new HashMap<>();

  /** Adds a pattern; it is found if a line break is within this piece of it. */
  void add(SecretPattern pattern, SearchKeys.Anchor anchor) {
    int end = Math.min(pattern.length(), anchor.symbol() + SearchKeys.SIZE);
    for (int symbol = anchor.symbol() + 1; symbol < end; symbol++) {
      var spot = new Spot(pattern, symbol);
      for (var before : pattern.spellings(symbol - 1)) {
        ends[before[before.length - 1] & 0xff] = true;
        for (var after : pattern.spellings(symbol)) {
          int pair = pair(before[before.length - 1], after[0]);
          var here = spots.computeIfAbsent(pair, p -> new ArrayList<>());
          if (!here.contains(spot)) {
            here.add(spot);
          }
        }
      }
    }
  }

  /** Looks around a line feed. */
  void look(byte[] text, int lineFeed, int end, Matches matches) {
    int before = lineFeed - 1;
    if (before >= 0 && text[before] == '\r') {
      before--;
    }
    look(text, before, lineFeed + 1, end, matches);
    if (before >= 0 && text[before] == '\\') {
      look(text, before - 1, lineFeed + 1, end, matches);
    }
  }

  private void look(byte[] text, int before, int next, int end, Matches matches) {
    if (before < 0 || !ends[text[before] & 0xff]) {
      return;
    }
    int after = next;
    int last = Math.min(end - 1, next + Locations.MOST_BLANKS);
    while (after < last && Locations.isBlank(text[after])) {
      after++;
    }
    // The last of the blanks may belong to the secret.
    for (int at = Math.max(next, after - 1); at <= after && at < end; at++) {
      for (var spot : spots.getOrDefault(pair(text[before], text[at]), List.of())) {
        spot.look(text, end, at, matches);
      }
    }
  }

  private static int pair(byte before, byte after) {
    return ((before & 0xff) << 8) | (after & 0xff);
  }
}
