package io.github.netnutmaven.leak;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the searchKeys of all patterns at once, after Wu and Manber: it looks at the last two
 * bytes of a window of eight, and where no anchor has them, up to seven bytes are passed over.
 *
 * @see <a href="https://webglimpse.net/pubs/TR94-17.pdf">Wu, Manber: A fast algorithm for
 *     multi-pattern searching, 1994</a>
 */
final class MultiPatternMatcher {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int LAST_PAIR = SearchKeys.SIZE - 2;

  private final byte[] shifts = new byte[1 << 16];
  private final Map<Long, List<Spot>> spots = new HashMap<>();
  private final FoldedLines folds = new FoldedLines();
  private final List<Secret> secrets;
  private final int reach;

  MultiPatternMatcher(List<Secret> secrets) {
    this.secrets = List.copyOf(secrets);
    Arrays.fill(shifts, (byte) (SearchKeys.SIZE - 1));
    int longest = SearchKeys.SIZE;
    for (var secret : secrets) {
      for (var pattern : SecretPatterns.of(secret)) {
        longest = Math.max(longest, pattern.reach());
        var searchKeys = new SearchKeys(pattern);
        var front = searchKeys.front();
        add(pattern, front);
        add(pattern, searchKeys.back());
        folds.add(pattern, front);
      }
    }
    this.reach = longest;
  }

  /** What is looked for. */
  List<Secret> secrets() {
    return secrets;
  }

  /** The most bytes that anything which is looked for takes. */
  int reach() {
    return reach;
  }

  /**
   * Looks through a text.
   *
   * @param from where the first window begins
   * @param to where the last window begins, and one
   * @param end where the text ends; the array goes on for seven bytes or more after {@code to}
   * @return where to go on: {@code to}, or more if that was passed over
   */
  int search(byte[] text, int from, int to, int end, Matches matches) {
    int at = from;
    while (at < to) {
      int pair = ((text[at + LAST_PAIR] & 0xff) << 8) | (text[at + LAST_PAIR + 1] & 0xff);
      int shift = shifts[pair];
      if (shift == 0) {
        look(text, at, end, matches);
        shift = 1;
      }
      at += shift;
    }
    lookAroundLineFeeds(text, from, at, end, matches);
    return at;
  }

  private void look(byte[] text, int at, int end, Matches matches) {
    var candidates = spots.get((long) LONGS.get(text, at));
    if (candidates != null) {
      for (var spot : candidates) {
        spot.look(text, end, at, matches);
      }
    }
  }

  private void lookAroundLineFeeds(byte[] text, int from, int to, int end, Matches matches) {
    // The JVM looks for a character in a string many bytes at a time.
    var searched = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    for (int at = searched.indexOf('\n'); at >= 0; at = searched.indexOf('\n', at + 1)) {
      folds.look(text, from + at, end, matches);
    }
  }

  private void add(SecretPattern pattern, SearchKeys.Anchor anchor) {
    var spot = new Spot(pattern, anchor.symbol());
    for (long piece : anchor.pieces()) {
      var here = spots.computeIfAbsent(piece, p -> new ArrayList<>());
      if (!here.contains(spot)) {
        here.add(spot);
      }
      for (int pair = 0; pair <= LAST_PAIR; pair++) {
        int bytes = (int) (piece >>> (8 * (LAST_PAIR - pair))) & 0xffff;
        shifts[bytes] = (byte) Math.min(shifts[bytes], LAST_PAIR - pair);
      }
    }
  }
}
