package io.github.netnutmaven.leak;

import java.util.HashSet;
import java.util.Set;

/**
 * Short pieces of a pattern: eight bytes from its front half and eight from its back half. Wherever
 * the pattern is, one of them is, or a line break is in both, and then {@link FoldedLines} finds
 * it. Where symbols may be written in several ways, all of these are pieces; so they are taken
 * where these are few.
 */
final class SearchKeys {
  /** How many bytes a piece has. */
  static final int SIZE = Long.BYTES;

  /** Where a piece begins, and what it may be. */
  record Anchor(int symbol, Set<Long> pieces) {}

  private final SecretPattern pattern;

  SearchKeys(SecretPattern pattern) {
    this.pattern = pattern;
  }

  /** The piece from the front half, or from anywhere in a short pattern. */
  Anchor front() {
    return best(0, isShort() ? pattern.length() - 1 : pattern.length() / 2 - 1);
  }

  /** The piece from the back half; the same in a short pattern. */
  Anchor back() {
    return isShort() ? front() : best(pattern.length() / 2, pattern.length() - 1);
  }

  /** Whether its halves are too small for a piece each. */
  private boolean isShort() {
    int half = pattern.length() / 2;
    return !isWide(0, half - 1) || !isWide(half, pattern.length() - 1);
  }

  /** The place with the fewest pieces among those that lie within these symbols. */
  private Anchor best(int first, int last) {
    var best = new Anchor(first, pieces(first));
    for (int from = first + 1; from <= last && best.pieces().size() > 1; from++) {
      if (!isWide(from, last)) {
        break;
      }
      var pieces = pieces(from);
      if (pieces.size() < best.pieces().size()) {
        best = new Anchor(from, pieces);
      }
    }
    return best;
  }

  /** Whether these symbols fill a piece in every spelling. */
  private boolean isWide(int first, int last) {
    int bytes = 0;
    for (int symbol = first; symbol <= last; symbol++) {
      int shortest = SIZE;
      for (var spelling : pattern.spellings(symbol)) {
        shortest = Math.min(shortest, spelling.length);
      }
      bytes += shortest;
      if (bytes >= SIZE) {
        return true;
      }
    }
    return false;
  }

  private Set<Long> pieces(int symbol) {
    var pieces = new HashSet<Long>();
    collect(symbol, 0, 0, pieces);
    return pieces;
  }

  private void collect(int symbol, long piece, int size, Set<Long> pieces) {
    if (size == SIZE) {
      pieces.add(piece);
    } else if (symbol < pattern.length()) {
      for (var spelling : pattern.spellings(symbol)) {
        long longer = piece;
        int end = Math.min(SIZE, size + spelling.length);
        for (int i = size; i < end; i++) {
          longer = (longer << 8) | (spelling[i - size] & 0xff);
        }
        collect(symbol + 1, longer, end, pieces);
      }
    }
  }
}
