package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** The places in a text up to which a pattern has been read, each in another way. */
final class Locations {
  /** The most blanks before a folded line that are passed over. */
  static final int MOST_BLANKS = 40;

  /** Only text that was made for it can be read in more ways than this. */
  private static final int MOST_PLACES = 64;

  private static final byte[][] BREAKS = bytes(Encodings.breaks());
  private static final String FIRST_OF_BREAKS = "\n\r\\&";
  private static final String LAST_OF_BREAKS = "\nn;";

  private int[] places = new int[4];
  private int count;

  Locations(int... places) {
    for (int place : places) {
      add(place);
    }
  }

  static byte[][] bytes(Collection<String> spellings) {
    return spellings.stream()
        .map(spelling -> spelling.getBytes(StandardCharsets.ISO_8859_1))
        .toArray(byte[][]::new);
  }

  static boolean isBlank(byte character) {
    return character == ' ' || character == '\t';
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Where a symbol ends that begins at one of these. */
  Locations after(byte[] text, int end, byte[][] spellings) {
    var next = new Locations();
    for (int i = 0; i < count; i++) {
      for (var spelling : spellings) {
        if (isAt(text, end, places[i], spelling)) {
          next.add(places[i] + spelling.length);
        }
      }
    }
    return next;
  }

  /** Where a symbol begins that ends at one of these. */
  Locations before(byte[] text, byte[][] spellings) {
    var next = new Locations();
    for (int i = 0; i < count; i++) {
      for (var spelling : spellings) {
        if (isAt(text, places[i], places[i] - spelling.length, spelling)) {
          next.add(places[i] - spelling.length);
        }
      }
    }
    return next;
  }

  /** Adds where a line break ends that begins at one of these. */
  void addAfterBreak(byte[] text, int end) {
    int before = count;
    for (int i = 0; i < before; i++) {
      if (places[i] < end && FIRST_OF_BREAKS.indexOf(text[places[i]]) >= 0) {
        for (var lineBreak : BREAKS) {
          if (isAt(text, end, places[i], lineBreak)) {
            addWithBlanks(text, end, places[i] + lineBreak.length);
          }
        }
      }
    }
  }

  private void addWithBlanks(byte[] text, int end, int start) {
    int last = Math.min(end - 1, start + MOST_BLANKS);
    int place = start;
    add(place);
    while (place < last && isBlank(text[place])) {
      place++;
      add(place);
    }
  }

  /** Adds where a line break begins that ends at one of these. */
  void addBeforeBreak(byte[] text) {
    int before = count;
    for (int i = 0; i < before; i++) {
      int first = Math.max(0, places[i] - MOST_BLANKS);
      int place = places[i];
      while (place > first && isBlank(text[place - 1])) {
        place--;
      }
      if (place > 0 && LAST_OF_BREAKS.indexOf(text[place - 1]) >= 0) {
        for (var lineBreak : BREAKS) {
          if (isAt(text, place, place - lineBreak.length, lineBreak)) {
            add(place - lineBreak.length);
          }
        }
      }
    }
  }

  private static boolean isAt(byte[] text, int end, int at, byte[] spelling) {
    return at >= 0
        && at + spelling.length <= end
        && Arrays.equals(text, at, at + spelling.length, spelling, 0, spelling.length);
  }

  private void add(int place) {
    for (int i = 0; i < count; i++) {
      if (places[i] == place) {
        return;
      }
    }
    if (count < MOST_PLACES) {
      if (count == places.length) {
        places = Arrays.copyOf(places, 2 * count);
      }
      places[count++] = place;
    }
  }
}
