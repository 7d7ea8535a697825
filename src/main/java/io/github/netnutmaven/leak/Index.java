package io.github.netnutmaven.leak;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for the anchors of all needles at once, after Wu and Manber: it looks at the last two bytes
 * of a window of eight, and where no anchor has them, up to seven bytes are passed over.
 *
 * @see <a href="https://webglimpse.net/pubs/TR94-17.pdf">Wu, Manber: A fast algorithm for
 *     multi-pattern searching, 1994</a>
 */
final class Index {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int LAST_PAIR = Anchors.SIZE - 2;

  /** A needle, and which of its symbols begins where the anchor does. */
  private record Entry(Needle needle, int symbol) {}

  private final byte[] shifts = new byte[1 << 16];
  private final Map<Long, List<Entry>> entries = new HashMap<>();
  private final List<Secret> secrets;
  private final int reach;

  Index(List<Secret> secrets) {
    this.secrets = List.copyOf(secrets);
    Arrays.fill(shifts, (byte) (Anchors.SIZE - 1));
    int longest = Anchors.SIZE;
    for (var secret : secrets) {
      for (var needle : Needles.of(secret)) {
        longest = Math.max(longest, needle.reach());
        var anchors = new Anchors(needle);
        add(needle, anchors.front());
        add(needle, anchors.back());
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
   * @param end where the text ends; at least seven bytes later
   * @return where to go on: {@code to}, or more if that was passed over
   */
  int search(byte[] text, int from, int to, int end, Hits hits) {
    int at = from;
    while (at < to) {
      int pair = ((text[at + LAST_PAIR] & 0xff) << 8) | (text[at + LAST_PAIR + 1] & 0xff);
      int shift = shifts[pair];
      if (shift == 0) {
        look(text, at, end, hits);
        shift = 1;
      }
      at += shift;
    }
    return at;
  }

  private void look(byte[] text, int at, int end, Hits hits) {
    var candidates = entries.get((long) LONGS.get(text, at));
    if (candidates != null) {
      for (var entry : candidates) {
        if (!hits.has(entry.needle()) && entry.needle().isAround(text, end, at, entry.symbol())) {
          hits.add(entry.needle());
        }
      }
    }
  }

  private void add(Needle needle, Anchors.Anchor anchor) {
    for (long piece : anchor.pieces()) {
      var here = entries.computeIfAbsent(piece, p -> new ArrayList<>());
      var entry = new Entry(needle, anchor.symbol());
      if (!here.contains(entry)) {
        here.add(entry);
      }
      for (int pair = 0; pair <= LAST_PAIR; pair++) {
        int bytes = (int) (piece >>> (8 * (LAST_PAIR - pair))) & 0xffff;
        shifts[bytes] = (byte) Math.min(shifts[bytes], LAST_PAIR - pair);
      }
    }
  }
}
