package io.github.netnutmaven.leak;

/** Where a symbol of a needle begins. */
record Spot(Needle needle, int symbol) {
  /** Looks for all of the needle around a place where this symbol begins. */
  void look(byte[] text, int end, int at, Hits hits) {
    if (!hits.has(needle) && needle.isAround(text, end, at, symbol)) {
      hits.add(needle);
    }
  }
}
