package io.github.netnutmaven.leak;

import java.util.Arrays;
import java.util.List;

/**
 * Finds patterns whose search keys a line break has split. At each line feed, the byte before the
 * line break and the byte after it tell which patterns may be around it.
 */
final class FoldedLines {
  /** By the byte before the line break and the byte after it; without an object for each look. */
  private final Candidate[][] candidates = new Candidate[1 << 16][];

  FoldedLines() {
    Arrays.fill(candidates, new Candidate[0]);
  }

  /** Adds the places in a pattern where a line break would split these keys. */
  void add(SecretPattern pattern, SearchKeys keys) {
    int end = Math.min(pattern.length(), keys.symbol() + SearchKeys.SIZE);
    for (int symbol = keys.symbol() + 1; symbol < end; symbol++) {
      var candidate = new Candidate(pattern, symbol);
      for (var before : pattern.encodings(symbol - 1)) {
        for (var after : pattern.encodings(symbol)) {
          add(pair(before[before.length - 1], after[0]), candidate);
        }
      }
    }
  }

  private void add(int pair, Candidate candidate) {
    var others = candidates[pair];
    if (!List.of(others).contains(candidate)) {
      candidates[pair] = Arrays.copyOf(others, others.length + 1);
      candidates[pair][others.length] = candidate;
    }
  }

  /** Searches around the line feed at an offset. */
  void search(byte[] text, int lineFeed, int end, Matches matches) {
    int before = lineFeed - 1;
    if (before >= 0 && text[before] == '\r') {
      before--;
    }
    if (before < 0) {
      return;
    }
    int after = lineFeed + 1;
    int last = Math.min(end - 1, after + Offsets.MAX_INDENT);
    while (after < last && Offsets.isBlank(text[after])) {
      after++;
    }
    // The last blank may belong to the secret.
    for (int offset = Math.max(lineFeed + 1, after - 1);
        offset <= after && offset < end;
        offset++) {
      verify(text, before, offset, end, matches);
      if (before > 0 && text[before] == '\\') {
        verify(text, before - 1, offset, end, matches);
      }
    }
  }

  private void verify(byte[] text, int before, int after, int end, Matches matches) {
    for (var candidate : candidates[pair(text[before], text[after])]) {
      candidate.verify(text, end, after, matches);
    }
  }

  private static int pair(byte before, byte after) {
    return ((before & 0xff) << 8) | (after & 0xff);
  }
}
