package io.github.netnutmaven.leak;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Searches for the keys of all patterns at once, after Wu and Manber: it looks at the last two
 * bytes of a window of eight, and where no key contains them, it skips up to seven bytes.
 *
 * @see <a href="https://webglimpse.net/pubs/TR94-17.pdf">Wu, Manber: A fast algorithm for
 *     multi-pattern searching, 1994</a>
 */
final class MultiPatternMatcher {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = ONES << 7;
  private static final long LINE_FEEDS = '\n' * ONES;

  /** Where the last two bytes of a window begin. */
  private static final int LAST_PAIR = SearchKeys.SIZE - 2;

  private final byte[] shifts = new byte[1 << 16];

  /** All keys in order, and for each what begins with it; a map would need an object to look up. */
  private final long[] keys;

  private final List<List<Candidate>> candidates;
  private final FoldedLines foldedLines = new FoldedLines();
  private final int maxBytes;

  MultiPatternMatcher(List<Secret> secrets) {
    var candidatesByKey = new TreeMap<Long, List<Candidate>>();
    Arrays.fill(shifts, (byte) (SearchKeys.SIZE - 1));
    int longest = SearchKeys.SIZE;
    for (var secret : secrets) {
      for (var pattern : SecretPatterns.of(secret)) {
        longest = Math.max(longest, pattern.maxBytes());
        var front = SearchKeys.front(pattern);
        var back = SearchKeys.back(pattern);
        add(pattern, front, candidatesByKey);
        if (back.symbol() != front.symbol()) {
          add(pattern, back, candidatesByKey);
        }
        foldedLines.add(pattern, front);
      }
    }
    this.maxBytes = longest;
    this.keys = candidatesByKey.keySet().stream().mapToLong(Long::longValue).toArray();
    this.candidates = List.copyOf(candidatesByKey.values());
  }

  /** How many bytes any of the patterns can occupy at most. */
  int maxBytes() {
    return maxBytes;
  }

  /**
   * Searches a text.
   *
   * @param from the offset of the first window
   * @param to the offset after that of the last window
   * @param end where the text ends; the array has eight bytes or more after {@code to}
   * @return the offset of the next window: {@code to}, or more if it skips that
   */
  int search(byte[] text, int from, int to, int end, Matches matches) {
    int window = from;
    while (window < to) {
      int pair = ((text[window + LAST_PAIR] & 0xff) << 8) | (text[window + LAST_PAIR + 1] & 0xff);
      int shift = shifts[pair];
      if (shift == 0) {
        verify(text, window, end, matches);
        shift = 1;
      }
      window += shift;
    }
    searchLineFeeds(text, from, Math.min(window, end), end, matches);
    return window;
  }

  private void verify(byte[] text, int window, int end, Matches matches) {
    int found = Arrays.binarySearch(keys, (long) LONGS.get(text, window));
    if (found >= 0) {
      for (var candidate : candidates.get(found)) {
        candidate.verify(text, end, window, matches);
      }
    }
  }

  /** Eight bytes at a time: a search in a string would need a copy of the text. */
  private void searchLineFeeds(byte[] text, int from, int to, int end, Matches matches) {
    for (int offset = from; offset < to; offset += Long.BYTES) {
      long zeroAtLineFeed = (long) LONGS.get(text, offset) ^ LINE_FEEDS;
      if (((zeroAtLineFeed - ONES) & ~zeroAtLineFeed & HIGH_BITS) != 0) {
        for (int i = offset; i < Math.min(to, offset + Long.BYTES); i++) {
          if (text[i] == '\n') {
            foldedLines.search(text, i, end, matches);
          }
        }
      }
    }
  }

  private void add(
      SecretPattern pattern, SearchKeys keys, Map<Long, List<Candidate>> candidatesByKey) {
    var candidate = new Candidate(pattern, keys.symbol());
    for (long key : keys.keys()) {
      candidatesByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
      for (int at = 0; at <= LAST_PAIR; at++) {
        int pair = (int) (key >>> (8 * (LAST_PAIR - at))) & 0xffff;
        shifts[pair] = (byte) Math.min(shifts[pair], LAST_PAIR - at);
      }
    }
  }
}
