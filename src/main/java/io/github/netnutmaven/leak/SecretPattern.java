package io.github.netnutmaven.leak;

import java.util.Collection;
import java.util.List;

/**
 * A secret in one encoding: a list of symbols, each of which can be written in several ways. A text
 * may write each symbol in another way, and may have a line break between any two symbols. For one
 * thread.
 */
final class SecretPattern {
  /** Room for line breaks, in bytes: two escaped ones with an indent. */
  private static final int LINE_BREAKS = 128;

  private final Secret secret;
  private final String encoding;
  private final byte[][][] symbols;
  private final Offsets offsets = new Offsets();

  /**
   * @param encoding the encoding as messages append it to the secret's name, such as {@code , in
   *     hex}; empty for plain text
   * @param symbols for each symbol the ways to write it, with bytes as characters of ISO-8859-1
   */
  SecretPattern(Secret secret, String encoding, List<? extends Collection<String>> symbols) {
    this.secret = secret;
    this.encoding = encoding;
    this.symbols = symbols.stream().map(Encodings::bytes).toArray(byte[][][]::new);
  }

  Secret secret() {
    return secret;
  }

  String encoding() {
    return encoding;
  }

  /** How many symbols it has. */
  int length() {
    return symbols.length;
  }

  /** The ways to write a symbol. */
  byte[][] encodings(int symbol) {
    return symbols[symbol];
  }

  /** How many bytes it can occupy in a text at most, line breaks included. */
  int maxBytes() {
    int bytes = symbols.length / 2 + LINE_BREAKS;
    for (var encodings : symbols) {
      int longest = 0;
      for (var encoding : encodings) {
        longest = Math.max(longest, encoding.length);
      }
      bytes += longest;
    }
    return bytes;
  }

  /**
   * Whether a text has the whole pattern around an offset.
   *
   * @param end how many bytes of the array are the text
   * @param offset where one of the symbols begins
   * @param symbol the number of that symbol
   */
  boolean isAround(byte[] text, int end, int offset, int symbol) {
    return matches(text, end, offset, symbol, true)
        && matches(text, end, offset, symbol - 1, false);
  }

  private boolean matches(byte[] text, int end, int offset, int first, boolean isForward) {
    offsets.reset(offset);
    int symbol = first;
    while (symbol >= 0 && symbol < symbols.length && !offsets.isEmpty()) {
      if (!isForward) {
        offsets.addBeforeBreak(text);
      } else if (symbol > first) {
        offsets.addAfterBreak(text, end);
      }
      offsets.step(text, end, symbols[symbol], isForward);
      symbol += isForward ? 1 : -1;
    }
    return !offsets.isEmpty();
  }

  /** Contains no secret. */
  @Override
  public String toString() {
    return secret + encoding;
  }
}
