package io.github.netnutmaven.secret;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/**
 * Searches a text for all patterns at once, after Wu and Manber: it looks at the last two bytes of
 * a window of eight, and skips up to seven bytes if no pattern begins with eight that contain them.
 *
 * @see <a href="https://webglimpse.net/pubs/TR94-17.pdf">Wu, Manber: A fast algorithm for
 *     multi-pattern searching, 1994</a>
 */
public final class MultiPatternMatcher {
  /** A shorter pattern occurs by chance. */
  private static final int WINDOW = Secret.SHORTEST;

  /** By the last two bytes of the window: how far it can move on. */
  private final byte[] shifts = new byte[1 << 16];

  /** By the last two bytes of the window: the patterns that may begin with it. */
  private final Map<Integer, List<SecretPattern>> candidates = new HashMap<>();

  /** The bytes of all patterns. */
  private final Set<ByteBuffer> known = new HashSet<>();

  private int maxBytes = Unescaper.LONGEST_ESCAPE;

  /** The patterns by their first byte. */
  private final Map<Byte, List<SecretPattern>> beginnings = new HashMap<>();

  /** Prepares a search for these secrets. */
  public MultiPatternMatcher(List<Secret> secrets) {
    Arrays.fill(shifts, (byte) (WINDOW - 1));
    for (var secret : secrets) {
      for (var pattern : SecretPattern.of(secret)) {
        add(pattern);
        add(pattern.unescaped());
      }
    }
  }

  private void add(SecretPattern pattern) {
    var bytes = pattern.bytes();
    if (bytes.length < WINDOW || !known.add(ByteBuffer.wrap(bytes))) {
      return;
    }
    for (int end = 2; end <= WINDOW; end++) {
      int pair = pair(bytes, end);
      shifts[pair] = (byte) Math.min(shifts[pair], WINDOW - end);
    }
    candidates.computeIfAbsent(pair(bytes, WINDOW), pair -> new ArrayList<>()).add(pattern);
    beginnings.computeIfAbsent(bytes[0], first -> new ArrayList<>()).add(pattern);
    maxBytes = Math.max(maxBytes, bytes.length);
  }

  /** How many bytes a pattern, or an escape, has at most. */
  public int maxBytes() {
    return maxBytes;
  }

  /** Reports each pattern in a text of this length, and its offset, in the order of the text. */
  public void search(byte[] text, int length, ObjIntConsumer<SecretPattern> found) {
    int end = WINDOW;
    while (end <= length) {
      int pair = pair(text, end);
      int shift = shifts[pair];
      if (shift == 0) {
        for (var pattern : candidates.getOrDefault(pair, List.of())) {
          if (pattern.isAt(text, length, end - WINDOW)) {
            found.accept(pattern, end - WINDOW);
          }
        }
        shift = 1;
      }
      end += shift;
    }
  }

  /** How many bytes at the end of a text may be the beginning of a pattern that goes on. */
  int begun(byte[] text, int length) {
    for (int from = Math.max(0, length - maxBytes + 1); from < length; from++) {
      for (var pattern : beginnings.getOrDefault(text[from], List.of())) {
        if (pattern.beginsAt(text, length, from)) {
          return length - from;
        }
      }
    }
    return 0;
  }

  /** The two bytes before an offset. */
  private static int pair(byte[] bytes, int end) {
    return ((bytes[end - 2] & 0xff) << 8) | (bytes[end - 1] & 0xff);
  }
}
