package io.github.netnutmaven.leak;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * One form of a secret: for each of its symbols in turn, the ways in which it may be written. Each
 * symbol is free to be written in its own way, and a line break may stand between any two.
 */
final class Needle {
  /** More ways to read one place than this, only text made for it has. */
  private static final int MOST_PLACES = 64;

  private static final byte[][] BREAKS = bytes(Spelling.breaks());

  private final Secret secret;
  private final String form;
  private final byte[][][] symbols;

  /**
   * @param form how a message calls this form; empty for the text itself
   */
  Needle(Secret secret, String form, List<? extends Collection<String>> symbols) {
    this.secret = secret;
    this.form = form;
    this.symbols = symbols.stream().map(Needle::bytes).toArray(byte[][][]::new);
  }

  Secret secret() {
    return secret;
  }

  String form() {
    return form;
  }

  int length() {
    return symbols.length;
  }

  /** The ways in which a symbol may be written. */
  byte[][] spellings(int symbol) {
    return symbols[symbol];
  }

  /** The most bytes that it can take, line breaks included. */
  int reach() {
    int bytes = 0;
    for (var symbol : symbols) {
      bytes += longest(symbol);
    }
    return bytes + symbols.length / 2 + 64;
  }

  /**
   * Whether all of it stands around a place.
   *
   * @param text what is looked through, from its start to {@code end}
   * @param at where one of its symbols begins
   * @param symbol which one
   */
  boolean isAround(byte[] text, int end, int at, int symbol) {
    return isAfter(text, end, at, symbol) && isBefore(text, at, symbol);
  }

  private boolean isAfter(byte[] text, int end, int at, int from) {
    var places = new Places(at);
    for (int symbol = from; symbol < symbols.length && !places.isEmpty(); symbol++) {
      if (symbol > from) {
        places.addAfter(text, end, BREAKS);
      }
      places = places.after(text, end, symbols[symbol]);
    }
    return !places.isEmpty();
  }

  private boolean isBefore(byte[] text, int at, int to) {
    var places = new Places(at);
    for (int symbol = to - 1; symbol >= 0 && !places.isEmpty(); symbol--) {
      places.addBefore(text, BREAKS);
      places = places.before(text, symbols[symbol]);
    }
    return !places.isEmpty();
  }

  private static int longest(byte[][] spellings) {
    int longest = 0;
    for (var spelling : spellings) {
      longest = Math.max(longest, spelling.length);
    }
    return longest;
  }

  private static byte[][] bytes(Collection<String> spellings) {
    return spellings.stream()
        .map(spelling -> spelling.getBytes(StandardCharsets.ISO_8859_1))
        .toArray(byte[][]::new);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return secret + form;
  }

  /** The places in a text up to which it has been read, each in another way. */
  private static final class Places {
    private int[] places = new int[4];
    private int count;

    Places(int... places) {
      for (int place : places) {
        add(place);
      }
    }

    boolean isEmpty() {
      return count == 0;
    }

    Places after(byte[] text, int end, byte[][] spellings) {
      var next = new Places();
      for (int i = 0; i < count; i++) {
        next.addAfter(text, end, spellings, places[i]);
      }
      return next;
    }

    Places before(byte[] text, byte[][] spellings) {
      var next = new Places();
      for (int i = 0; i < count; i++) {
        next.addBefore(text, spellings, places[i]);
      }
      return next;
    }

    void addAfter(byte[] text, int end, byte[][] spellings) {
      int before = count;
      for (int i = 0; i < before; i++) {
        addAfter(text, end, spellings, places[i]);
      }
    }

    void addBefore(byte[] text, byte[][] spellings) {
      int before = count;
      for (int i = 0; i < before; i++) {
        addBefore(text, spellings, places[i]);
      }
    }

    private void addAfter(byte[] text, int end, byte[][] spellings, int place) {
      for (var spelling : spellings) {
        if (place + spelling.length <= end && stands(text, place, spelling)) {
          add(place + spelling.length);
        }
      }
    }

    private void addBefore(byte[] text, byte[][] spellings, int place) {
      for (var spelling : spellings) {
        if (place >= spelling.length && stands(text, place - spelling.length, spelling)) {
          add(place - spelling.length);
        }
      }
    }

    private static boolean stands(byte[] text, int at, byte[] spelling) {
      return Arrays.equals(text, at, at + spelling.length, spelling, 0, spelling.length);
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
}
