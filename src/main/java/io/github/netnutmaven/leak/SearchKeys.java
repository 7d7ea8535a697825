package io.github.netnutmaven.leak;

import java.util.HashSet;
import java.util.Set;

/**
 * The search keys of a pattern: every way to write the eight bytes from one of its symbols on. The
 * text is searched for the keys from the front half and the keys from the back half of a pattern.
 * Wherever the pattern is, one of them is, or a line break is in both; then {@link FoldedLines}
 * finds it.
 *
 * @param symbol the symbol at which they begin
 * @param keys each key's bytes, the first in the highest bits; none if the pattern is shorter
 */
record SearchKeys(int symbol, Set<Long> keys) {
  /** How many bytes a key has. */
  static final int SIZE = Long.BYTES;

  /** The keys from the front half, or from anywhere if a half is shorter than a key. */
  static SearchKeys front(SecretPattern pattern) {
    return fewest(pattern, 0, isShort(pattern) ? pattern.length() : pattern.length() / 2);
  }

  /** The keys from the back half, or the same as from the front if a half is shorter than a key. */
  static SearchKeys back(SecretPattern pattern) {
    return isShort(pattern)
        ? front(pattern)
        : fewest(pattern, pattern.length() / 2, pattern.length());
  }

  private static boolean isShort(SecretPattern pattern) {
    int half = pattern.length() / 2;
    return !holdsKey(pattern, 0, half) || !holdsKey(pattern, half, pattern.length());
  }

  /** The keys within these symbols, from where there are fewest. */
  private static SearchKeys fewest(SecretPattern pattern, int first, int end) {
    var fewest = at(pattern, first);
    for (int symbol = first + 1;
        fewest.keys.size() > 1 && holdsKey(pattern, symbol, end);
        symbol++) {
      var keys = at(pattern, symbol);
      if (keys.keys.size() < fewest.keys.size()) {
        fewest = keys;
      }
    }
    return fewest;
  }

  /** Whether these symbols have at least as many bytes as a key, however they are written. */
  private static boolean holdsKey(SecretPattern pattern, int first, int end) {
    int bytes = 0;
    for (int symbol = first; symbol < end && bytes < SIZE; symbol++) {
      int shortest = SIZE;
      for (var encoding : pattern.encodings(symbol)) {
        shortest = Math.min(shortest, encoding.length);
      }
      bytes += shortest;
    }
    return bytes >= SIZE;
  }

  private static SearchKeys at(SecretPattern pattern, int symbol) {
    var keys = new HashSet<Long>();
    collect(pattern, symbol, 0, 0, keys);
    return new SearchKeys(symbol, keys);
  }

  private static void collect(
      SecretPattern pattern, int symbol, long key, int size, Set<Long> keys) {
    if (size == SIZE) {
      keys.add(key);
    } else if (symbol < pattern.length()) {
      for (var encoding : pattern.encodings(symbol)) {
        long longer = key;
        int end = Math.min(SIZE, size + encoding.length);
        for (int i = size; i < end; i++) {
          longer = (longer << 8) | (encoding[i - size] & 0xff);
        }
        collect(pattern, symbol + 1, longer, end, keys);
      }
    }
  }
}
