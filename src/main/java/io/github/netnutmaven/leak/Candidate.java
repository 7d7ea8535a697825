package io.github.netnutmaven.leak;

/**
 * A pattern that may be in a text, because something there looks like a part of it.
 *
 * @param symbol the pattern's symbol at which that part begins
 */
record Candidate(SecretPattern pattern, int symbol) {
  /** Compares the whole pattern with the text, of which the symbol is at this offset. */
  void verify(byte[] text, int end, int offset, Matches matches) {
    if (!matches.contain(pattern) && pattern.isAround(text, end, offset, symbol)) {
      matches.add(pattern);
    }
  }
}
