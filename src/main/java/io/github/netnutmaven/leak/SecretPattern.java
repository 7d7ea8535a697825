package io.github.netnutmaven.leak;

import java.util.Collection;
import java.util.List;

/**
 * One form of a secret: for each of its symbols in turn, the ways in which it may be written. Each
 * symbol is free to be written in its own way, and a line break may stand between any two.
 */
final class SecretPattern {
  /** What line breaks take at least, in bytes: two that are spelled at length and indented. */
  private static final int BREAKS = 128;

  private final Secret secret;
  private final String form;
  private final byte[][][] symbols;

  /**
   * @param form how a message calls this form; empty for the text itself
   */
  SecretPattern(Secret secret, String form, List<? extends Collection<String>> symbols) {
    this.secret = secret;
    this.form = form;
    this.symbols = symbols.stream().map(Locations::bytes).toArray(byte[][][]::new);
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
    return bytes + symbols.length / 2 + BREAKS;
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
    var places = new Locations(at);
    for (int symbol = from; symbol < symbols.length && !places.isEmpty(); symbol++) {
      if (symbol > from) {
        places.addAfterBreak(text, end);
      }
      places = places.after(text, end, symbols[symbol]);
    }
    return !places.isEmpty();
  }

  private boolean isBefore(byte[] text, int at, int to) {
    var places = new Locations(at);
    for (int symbol = to - 1; symbol >= 0 && !places.isEmpty(); symbol--) {
      places.addBeforeBreak(text);
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

  /** Shows no secret. */
  @Override
  public String toString() {
    return secret + form;
  }
}
