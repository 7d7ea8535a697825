package io.github.netnutmaven.leak;

/** Where a symbol of a pattern begins. */
record Spot(SecretPattern pattern, int symbol) {
  /** Looks for all of the pattern around a place where this symbol begins. */
  void look(byte[] text, int end, int at, Matches matches) {
    if (!matches.has(pattern) && pattern.isAround(text, end, at, symbol)) {
      matches.add(pattern);
    }
  }
}
